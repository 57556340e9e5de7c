package org.aegle.dicom.cli;

import java.util.Locale;
import org.aegle.dicom.data.UID;

/** An information model of query and retrieve. PS3.4 C.6, K.6. */
enum QueryModel {
    STUDY(
            UID.StudyRootQueryRetrieveInformationModelFind,
            UID.StudyRootQueryRetrieveInformationModelMove,
            UID.StudyRootQueryRetrieveInformationModelGet),
    PATIENT(
            UID.PatientRootQueryRetrieveInformationModelFind,
            UID.PatientRootQueryRetrieveInformationModelMove,
            UID.PatientRootQueryRetrieveInformationModelGet),
    WORKLIST(UID.ModalityWorklistInformationModelFind, "", "");

    private final String find;
    private final String move;
    private final String get;

    QueryModel(String find, String move, String get) {
        this.find = find;
        this.move = move;
        this.get = get;
    }

    static QueryModel of(Arguments arguments) {
        String name = arguments.get("-M", "study");
        for (QueryModel model : values()) {
            if (model.name().toLowerCase(Locale.ROOT).equals(name)) {
                return model;
            }
        }
        throw new UsageException("There is no model " + name);
    }

    String find() {
        return find;
    }

    String move() {
        return retrieval(move);
    }

    String get() {
        return retrieval(get);
    }

    private static String retrieval(String uid) {
        if (uid.isEmpty()) {
            throw new UsageException("A worklist holds nothing to be retrieved");
        }
        return uid;
    }

    boolean hasLevels() {
        return this != WORKLIST;
    }
}
