package org.aegle.dicomweb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"org.aegle.dicomweb", "org.aegle.dimse"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule adapterShouldKnowNoOtherAdapterAndNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.aegle.web..", "org.aegle.fhir..", "jakarta.faces..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule dimseShouldNotKnowDicomweb = noClasses()
            .that()
            .resideInAPackage("org.aegle.dimse")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.aegle.dicomweb", "jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule dicomwebShouldNotKnowDimse = noClasses()
            .that()
            .resideInAPackage("org.aegle.dicomweb")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.aegle.dimse", "org.aegle.dicom.network..");

    @ArchTest
    static final ArchRule namesShouldSayWhatAThingIs =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)$");
}
