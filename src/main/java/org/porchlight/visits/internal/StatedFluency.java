package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import org.porchlight.shared.UserId;
import org.porchlight.visits.Fluency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StatedFluency implements Fluency {

  private final VisitorStore visitors;
  private final JdbcClient jdbc;
  private final Clock clock;

  StatedFluency(VisitorStore visitors, JdbcClient jdbc, Clock clock) {
    this.visitors = visitors;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean writes(UserId user, String language) {
    return visitors.find(user).filter(visitor -> visitor.fluentIn(language)).isPresent()
        || jdbc.sql(
                "select exists (select from visits.stated_fluency where user_id = ? and language = ?)")
            .params(user.value(), Visitor.primary(language))
            .query(Boolean.class)
            .single();
  }

  @Override
  public void state(UserId user, String language) {
    jdbc.sql(
            """
            insert into visits.stated_fluency (user_id, language, at) values (?, ?, ?)
            on conflict (user_id, language) do nothing
            """)
        .params(user.value(), Visitor.primary(language), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
