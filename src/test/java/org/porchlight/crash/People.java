package org.porchlight.crash;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.porchlight.crash.CaseFacts.Asked;
import org.porchlight.crash.CaseFacts.Family;
import org.porchlight.crash.CaseFacts.Task;
import org.porchlight.crash.CaseFacts.Visitor;

/**
 * Coordinator, visitors and families, each doing what comes next for them, over HTTP as ever. Who
 * got no answer tries again later, as people do; what was confirmed to them is remembered.
 */
final class People {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final Pattern SUBMISSION = Pattern.compile("\"submission\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern SID = Pattern.compile("\"sid\"\\s*:\\s*\"([^\"]+)\"");
  private static final String COORDINATOR = basic("coordinator", "porchlight");
  private static final String SIMULATOR =
      basic("SK00000000000000000000000000000051", "simulated-secret");

  private final ApplicationProcess application;
  private final CaseFacts facts;
  private final List<Visitor> visitors;
  private final Map<UUID, Family> families = new ConcurrentHashMap<>();
  private final Map<UUID, UUID> cases = new ConcurrentHashMap<>();
  private final Set<String> submissions = ConcurrentHashMap.newKeySet();
  private final Set<String> replies = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private volatile @Nullable String trouble;

  People(ApplicationProcess application, int howMany) throws Exception {
    this.application = application;
    this.facts = new CaseFacts(application);
    this.visitors = facts.visitors();
    facts.families(howMany).forEach(family -> families.put(family.id(), family));
    if (families.size() < howMany) {
      throw new IllegalStateException("Only " + families.size() + " families are left");
    }
  }

  /** Everybody does one thing; what failed stays to be done. */
  void act() throws InterruptedException {
    try {
      for (Family family : families.values()) {
        if (!cases.containsKey(family.id())) {
          open(family);
        }
      }
      if (cases.isEmpty()) {
        return;
      }
      for (Task task : facts.tasks(cases.values())) {
        fillIn(task);
      }
      for (Asked asked : facts.questions(cases.values())) {
        replyYes(asked);
      }
    } catch (IOException | SQLException e) {
      trouble = e.getMessage(); // the application or a part is away: everybody tries again
    } catch (Exception e) {
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e);
    }
  }

  private void open(Family family) throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/v1/identification/nominations",
            COORDINATOR,
            "application/json",
            "{\"family\":\"%s\",\"reason\":\"TEACHER_WORRY\"}".formatted(family.id()));
    trouble = answer.statusCode() == 201 ? trouble : answer.body();
    UUID found = facts.caseOf(family.id());
    if (found != null) {
      cases.put(family.id(), found);
    } else if (answer.statusCode() == 201) {
      throw new IllegalStateException("A nomination was confirmed and made no case");
    }
  }

  private void fillIn(Task task) throws Exception {
    String data =
        switch (task.element()) {
          case "userTask_PlanFirstContact" -> plan(task.subject());
          case "userTask_ContactFamily" -> "{\"how\":\"CALL\",\"answer\":\"YES\"}";
          default -> null;
        };
    if (data == null) {
      return;
    }
    HttpResponse<String> answer =
        post("/api/v1/tasks/" + task.key() + "/complete", COORDINATOR, "application/json", data);
    Matcher submission = SUBMISSION.matcher(answer.body());
    if (answer.statusCode() == 200 && submission.find()) {
      submissions.add(submission.group(1));
    } else {
      trouble = answer.body();
    }
  }

  /** Two trained visitors in turn, the first fluent in the family's language. */
  private String plan(UUID subject) {
    UUID family =
        cases.entrySet().stream()
            .filter(entry -> entry.getValue().equals(subject))
            .findFirst()
            .orElseThrow()
            .getKey();
    String language = families.get(family).language();
    List<Visitor> fluent =
        visitors.stream().filter(visitor -> visitor.languages().contains(language)).toList();
    int turn = next.getAndIncrement();
    Visitor first = fluent.get(turn % fluent.size());
    List<Visitor> others = new ArrayList<>(visitors);
    others.remove(first);
    return "{\"channel\":\"TEXT\",\"visitorA\":\"%s\",\"visitorB\":\"%s\"}"
        .formatted(first.user(), others.get(turn % others.size()).user());
  }

  /** With its number: a visitor may have been asked about several families. */
  private void replyYes(Asked asked) throws Exception {
    HttpResponse<String> answer =
        post(
            "/simulator/control/replies",
            SIMULATOR,
            "application/x-www-form-urlencoded",
            "body=YES+%d&number=%s"
                .formatted(
                    asked.number(), URLEncoder.encode(asked.phone(), StandardCharsets.UTF_8)));
    Matcher sid = SID.matcher(answer.body());
    if (answer.statusCode() == 201 && sid.find()) {
      replies.add(sid.group(1));
    } else {
      trouble = answer.body();
    }
  }

  private HttpResponse<String> post(
      String path, String authorization, String contentType, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(application.address().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", authorization)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** By family. */
  Map<UUID, UUID> cases() {
    return new HashMap<>(cases);
  }

  int howMany() {
    return families.size();
  }

  /** Ids of submissions that were confirmed to the coordinator. */
  Set<String> submissions() {
    return Set.copyOf(submissions);
  }

  /** The provider's ids of texts that left a phone. */
  Set<String> replies() {
    return Set.copyOf(replies);
  }

  /** The last answer that was not as hoped. */
  @Nullable String trouble() {
    return trouble;
  }
}
