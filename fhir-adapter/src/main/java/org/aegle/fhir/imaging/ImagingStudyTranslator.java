package org.aegle.fhir.imaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.dictionary.UidDictionary;
import org.aegle.imaging.InstanceSummary;
import org.aegle.imaging.SeriesSummary;
import org.aegle.imaging.StudySummary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.hl7.fhir.r4.model.Reference;

/** A study in FHIR's words (FHIR R4 ImagingStudy, mapping to DICOM). */
@ApplicationScoped
public class ImagingStudyTranslator {
    private static final String MODALITIES = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ENDPOINT = "wado-rs";

    /** @param instances by Series Instance UID; none where only series are told */
    public ImagingStudy toFhir(
            String base, StudySummary study, List<SeriesSummary> series, Map<String, List<InstanceSummary>> instances) {
        ImagingStudy fhir = new ImagingStudy();
        fhir.setId("ImagingStudy/" + study.uid());
        fhir.addIdentifier().setSystem("urn:dicom:uid").setValue("urn:oid:" + study.uid());
        if (!study.accessionNumber().isEmpty()) {
            fhir.addIdentifier(accession(study.accessionNumber()));
        }
        fhir.setStatus(ImagingStudyStatus.AVAILABLE);
        study.modalities().forEach(m -> fhir.addModality(modality(m)));
        fhir.setSubject(new Reference("Patient/" + study.patient()).setDisplay(study.patientName()));
        if (!study.studyDate().isEmpty()) {
            fhir.setStartedElement(new DateTimeType(study.studyDate().text()));
        }
        if (!study.referringPhysician().isEmpty()) {
            fhir.setReferrer(new Reference().setDisplay(study.referringPhysician()));
        }
        fhir.addContained(endpoint(base));
        fhir.addEndpoint(new Reference("#" + ENDPOINT));
        fhir.setNumberOfSeries(study.series()).setNumberOfInstances(study.instances());
        if (!study.description().isEmpty()) {
            fhir.setDescription(study.description());
        }
        series.forEach(
                s -> fhir.addSeries(series(s, instances.getOrDefault(s.uid().value(), List.of()))));
        return fhir;
    }

    private static Identifier accession(String number) {
        Identifier identifier = new Identifier().setValue(number);
        identifier.setType(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v2-0203", "ACSN", "Accession ID")));
        return identifier;
    }

    private static Endpoint endpoint(String base) {
        Endpoint endpoint = new Endpoint();
        endpoint.setId(ENDPOINT);
        endpoint.setStatus(Endpoint.EndpointStatus.ACTIVE);
        endpoint.setConnectionType(new Coding(
                "http://terminology.hl7.org/CodeSystem/endpoint-connection-type", "dicom-wado-rs", "DICOM WADO-RS"));
        endpoint.addPayloadType().setText("DICOM");
        endpoint.addPayloadMimeType("application/dicom");
        endpoint.setAddress(base + "/dicom-web");
        return endpoint;
    }

    private static ImagingStudySeriesComponent series(SeriesSummary series, List<InstanceSummary> instances) {
        ImagingStudySeriesComponent fhir = new ImagingStudySeriesComponent();
        fhir.setUid(series.uid().value());
        fhir.setModality(modality(series.modality().isEmpty() ? "OT" : series.modality()));
        if (series.seriesNumber().matches("\\d{1,9}")) {
            fhir.setNumber(Integer.parseInt(series.seriesNumber()));
        }
        if (!series.description().isEmpty()) {
            fhir.setDescription(series.description());
        }
        fhir.setNumberOfInstances(series.instances());
        for (InstanceSummary instance : instances) {
            var one = fhir.addInstance();
            one.setUid(instance.uid().value());
            one.setSopClass(new Coding(
                    "urn:ietf:rfc:3986",
                    "urn:oid:" + instance.sopClassUid(),
                    UidDictionary.standard().nameOf(instance.sopClassUid())));
            if (instance.instanceNumber().matches("\\d{1,9}")) {
                one.setNumber(Integer.parseInt(instance.instanceNumber()));
            }
        }
        return fhir;
    }

    private static Coding modality(String code) {
        return new Coding().setSystem(MODALITIES).setCode(code);
    }
}
