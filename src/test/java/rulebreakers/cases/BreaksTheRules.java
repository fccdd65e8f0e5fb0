package rulebreakers.cases;

import com.twilio.type.PhoneNumber;
import io.camunda.client.CamundaClient;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;

/**
 * Breaks every architecture rule once, so that a test can see each rule find it. Outside
 * org.porchlight, or Spring and Hibernate would take it for ours.
 */
public class BreaksTheRules {

  CamundaClient engine;
  PhoneNumber phone;

  Instant now() {
    return Instant.now();
  }

  @EventListener
  String listen(String event) {
    return event;
  }

  @Entity
  public static class PublicEntity {
    @Id String id;
  }

  @Controller
  public static class PublicController {}
}
