package org.aegle.dicom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.aegle.dicom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule toolkitShouldDependOnTheJdkAndJacksonCoreOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "javax.imageio..",
                    "javax.net.ssl..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "com.fasterxml.jackson.core..",
                    "org.aegle.dicom..");

    @ArchTest
    static final ArchRule packagesShouldBeFreeOfCycles =
            slices().matching("org.aegle.dicom.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dataShouldStandAlone = noClasses()
            .that()
            .resideInAPackage("org.aegle.dicom.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.aegle.dicom.dictionary..",
                    "org.aegle.dicom.io..",
                    "org.aegle.dicom.json..",
                    "org.aegle.dicom.image..",
                    "org.aegle.dicom.deidentify..",
                    "org.aegle.dicom.media..",
                    "org.aegle.dicom.phantom..");

    @ArchTest
    static final ArchRule deidentificationShouldStandOnDataSetsFilesAndFramesOnly = classes()
            .that()
            .resideInAPackage("org.aegle.dicom.deidentify..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.aegle.dicom.data..",
                    "org.aegle.dicom.dictionary..",
                    "org.aegle.dicom.io..",
                    "org.aegle.dicom.image..",
                    "org.aegle.dicom.deidentify..");

    @ArchTest
    static final ArchRule mediaShouldStandOnDataSetsAndFilesOnly = classes()
            .that()
            .resideInAPackage("org.aegle.dicom.media..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.aegle.dicom.data..",
                    "org.aegle.dicom.dictionary..",
                    "org.aegle.dicom.io..",
                    "org.aegle.dicom.media..");

    @ArchTest
    static final ArchRule onlyJsonShouldUseJackson = noClasses()
            .that()
            .resideOutsideOfPackage("org.aegle.dicom.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule networkShouldUseDataDictionaryAndIoOnly = classes()
            .that()
            .resideInAPackage("org.aegle.dicom.network..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.aegle.dicom.data..",
                    "org.aegle.dicom.dictionary..",
                    "org.aegle.dicom.io..",
                    "org.aegle.dicom.network..");

    @ArchTest
    static final ArchRule onlyTheCommandLineShouldUseTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackages("org.aegle.dicom.network..", "org.aegle.dicom.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.aegle.dicom.network..");

    @ArchTest
    static final ArchRule nothingShouldUseTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.aegle.dicom.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.aegle.dicom.cli..");

    /** Codec, state machine, messages, services. */
    @ArchTest
    static final ArchRule layersOfTheNetworkShouldPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("pdu")
            .definedBy("org.aegle.dicom.network.pdu")
            .layer("upper layer")
            .definedBy("org.aegle.dicom.network")
            .layer("dimse")
            .definedBy("org.aegle.dicom.network.dimse")
            .layer("service")
            .definedBy("org.aegle.dicom.network.service")
            .whereLayer("service")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("dimse")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("upper layer")
            .mayOnlyBeAccessedByLayers("service");
}
