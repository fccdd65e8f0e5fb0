package org.porchlight.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * The rules beyond module boundaries, for a root package, so that each can be proved on classes
 * that break it.
 */
final class ArchitectureRules {

  private ArchitectureRules() {}

  static Map<String, ArchRule> under(String root) {
    return Map.of(
        "camunda only in engine, embedded and exporter",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(root + ".engine..", root + ".embedded..", root + ".exporter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.camunda.."),
        "twilio only in messaging",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackage(root + ".messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio.."),
        "entities are not public",
        classes()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .notBePublic()
            .allowEmptyShould(true),
        "controllers are not public",
        classes()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .areAnnotatedWith("org.springframework.stereotype.Controller")
            .or()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .notBePublic()
            .allowEmptyShould(true),
        "time comes from the injected clock",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(root + ".exporter..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now"),
        "listeners of events return nothing",
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + "..")
            .and()
            .areAnnotatedWith("org.springframework.context.event.EventListener")
            .should()
            .haveRawReturnType(void.class)
            .allowEmptyShould(true));
  }
}
