package dev.pullback.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.pullback.Differentiable;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layers of the pipeline: trees end at {@code lower}, and JavaPoet begins at {@code emit}. */
@AnalyzeClasses(packages = "dev.pullback.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENTRY = "dev.pullback.processor";

    @ArchTest
    static final ArchRule nothingDownstreamOfLowerSeesTrees = noClasses()
            .that()
            .resideOutsideOfPackages(ENTRY, ENTRY + ".javac..", ENTRY + ".lower..", ENTRY + ".problem..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.source..")
            .because("the IR is closed: everything that a transform needs to know of the source is in it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingUpstreamOfEmitSeesJavaPoet = noClasses()
            .that()
            .resideOutsideOfPackages(ENTRY, ENTRY + ".emit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..")
            .because("a transform makes IR, never Java")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingSeesTheInsideOfJavac = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.tools..")
            .because("only the public tree API is the same on every JDK, and open to a processor")
            .allowEmptyShould(true);

    @Test
    void theRuntimeNeedsTheBaseModuleOnly() throws URISyntaxException {
        Path runtime = Path.of(Differentiable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor descriptor =
                ModuleFinder.of(runtime).find("dev.pullback").orElseThrow().descriptor();
        Set<String> required =
                descriptor.requires().stream().map(Requires::name).collect(Collectors.toSet());
        assertEquals(Set.of("java.base"), required);
    }
}
