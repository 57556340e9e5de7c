package org.aegle.dicomweb;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** DICOMweb at {@code /dicom-web}: STOW-RS, QIDO-RS, WADO-RS (PS3.18 10). */
@ApplicationPath("/")
public class DicomwebApplication extends Application {}
