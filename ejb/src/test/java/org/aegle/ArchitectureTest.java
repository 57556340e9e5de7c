package org.aegle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.aegle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresShouldPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("foundation")
            .definedBy("org.aegle.id", "org.aegle.refusal", "org.aegle.settings")
            .layer("engine")
            .definedBy("org.aegle.search", "org.aegle.storage", "org.aegle.audit", "org.aegle.change")
            .layer("directory")
            .definedBy("org.aegle.directory")
            .layer("access")
            .definedBy("org.aegle.access..")
            .layer("patient")
            .definedBy("org.aegle.patient")
            .layer("imaging")
            .definedBy("org.aegle.imaging..")
            .layer("care")
            .definedBy("org.aegle.storage.care")
            .layer("start")
            .definedBy("org.aegle.start", "org.aegle.demo", "org.aegle.health")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("care")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("imaging")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("patient")
            .mayOnlyBeAccessedByLayers("imaging", "start")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("patient", "imaging", "care", "start")
            .whereLayer("directory")
            .mayOnlyBeAccessedByLayers("access", "patient", "imaging", "care", "start")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("directory", "access", "patient", "imaging", "care", "start");

    @ArchTest
    static final ArchRule domainShouldKnowNoProtocol = noClasses()
            .that()
            .resideOutsideOfPackage("org.aegle.access.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "ca.uhn..", "org.hl7..");

    @ArchTest
    static final ArchRule onlyStorageShouldTouchFiles = noClasses()
            .that()
            .resideOutsideOfPackages("org.aegle.storage", "org.aegle.settings", "org.aegle.dicom..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..");

    @ArchTest
    static final ArchRule namesShouldSayWhatAThingIs = classes()
            .that()
            .resideOutsideOfPackage("org.aegle.dicom..")
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)$");
}
