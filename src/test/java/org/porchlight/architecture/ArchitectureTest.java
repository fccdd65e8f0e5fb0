package org.porchlight.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String BROKEN = "rulebreakers";

  @TestFactory
  Stream<DynamicTest> shouldKeepToTheRules() {
    JavaClasses application =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.porchlight");
    assertThat(application).isNotEmpty();
    return ArchitectureRules.under("org.porchlight").entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(application)));
  }

  /** A rule that cannot fail checks nothing: each is proved on classes that break it. */
  @TestFactory
  Stream<DynamicTest> shouldFindTheDeliberateViolations() {
    JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    return ArchitectureRules.under(BROKEN).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(broken).hasViolation()).isTrue()));
  }
}
