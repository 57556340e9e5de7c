package org.aegle.web.imaging;

import java.util.List;

/** The modalities that the filter offers, the frequent ones of PS3.3 C.7.3.1.1.1. */
final class Modalities {
    static final List<String> CODES = List.of(
            "CR",
            "CT",
            "DX",
            "ECG",
            "ES",
            "IO",
            "MG",
            "MR",
            "NM",
            "OP",
            "OPT",
            "OT",
            "PT",
            "PX",
            "RF",
            "RTDOSE",
            "RTPLAN",
            "RTSTRUCT",
            "SC",
            "SEG",
            "SM",
            "SR",
            "US",
            "XA",
            "XC");

    private Modalities() {}
}
