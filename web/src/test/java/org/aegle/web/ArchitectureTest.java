package org.aegle.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.faces.view.ViewScoped;
import java.io.Serializable;

@AnalyzeClasses(packages = "org.aegle.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule portalShouldAskTheBoundariesAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "java.sql..",
                    "java.nio.file..",
                    "org.aegle.storage",
                    "org.aegle.fhir..",
                    "org.aegle.dicomweb..",
                    "org.aegle.dimse..");

    @ArchTest
    static final ArchRule featuresShouldNotDependOnEachOtherInCircles =
            slices().matching("org.aegle.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule beansOfAViewShouldSurviveOnAnotherNode =
            classes().that().areAnnotatedWith(ViewScoped.class).should().beAssignableTo(Serializable.class);

    @ArchTest
    static final ArchRule namesShouldSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info|Common)");
}
