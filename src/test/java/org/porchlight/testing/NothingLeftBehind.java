package org.porchlight.testing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.Barriers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the barriers that a class of tests has left open. Each keeps a process whose step-in comes
 * up again every week: a hundred of them make every later step of the clock slow.
 */
class NothingLeftBehind implements TestExecutionListener {

  @Override
  public void afterTestClass(TestContext test) {
    var beans = test.getApplicationContext();
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    Barriers barriers = beans.getBean(Barriers.class);
    Clock clock = beans.getBean(Clock.class);
    TransactionTemplate transactions = beans.getBean(TransactionTemplate.class);
    List<UUID> open =
        jdbc.sql("select id from cases.barrier where ended_at is null").query(UUID.class).list();
    open.forEach(
        one ->
            transactions.executeWithoutResult(
                status ->
                    barriers.end(one, End.HANDED_ON, null, clock.instant(), "The test is over")));
  }
}
