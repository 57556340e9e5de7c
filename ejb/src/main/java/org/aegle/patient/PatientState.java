package org.aegle.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The typed values of one version of a patient as JSON, as versions are kept. */
final class PatientState {
    // What a value says of itself, such as isEmpty(), is no part of it.
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private PatientState() {}

    static String write(PatientDemographics demographics) {
        try {
            return JSON.writeValueAsString(demographics);
        } catch (JsonProcessingException recordsOfTextAlwaysCan) {
            throw new IllegalStateException(recordsOfTextAlwaysCan);
        }
    }

    static PatientDemographics read(String state) {
        try {
            return JSON.readValue(state, PatientDemographics.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored version cannot be read", e);
        }
    }
}
