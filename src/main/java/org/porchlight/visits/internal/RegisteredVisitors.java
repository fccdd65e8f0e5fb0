package org.porchlight.visits.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.Visitors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegisteredVisitors implements Visitors {

  private final VisitorStore visitors;
  private final AvailabilityStore availability;
  private final Users users;

  RegisteredVisitors(VisitorStore visitors, AvailabilityStore availability, Users users) {
    this.visitors = visitors;
    this.availability = availability;
    this.users = users;
  }

  @Override
  public void register(NewVisitor visitor) {
    Actor account =
        users
            .find(visitor.user())
            .orElseThrow(() -> new IllegalArgumentException("Add the user account first"));
    DistrictId district = account.district();
    if (district == null) {
      throw new IllegalArgumentException("A visitor belongs to a district: give the account one");
    }
    if (account.enforces()) {
      throw new IllegalArgumentException(
          "People with a truancy, court or police duty never visit families");
    }
    if (visitor.caseloadLimit() < 1) {
      throw new IllegalArgumentException("A visitor takes at least one family");
    }
    visitors.save(visitor, district);
  }

  @Override
  public void freeOn(UserId visitor, DayOfWeek day, LocalTime from, LocalTime until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("Let the time end after it begins");
    }
    known(visitor);
    availability.add(visitor, new Availability.Hours(day, from, until));
  }

  @Override
  public void completeTraining(UserId visitor, String course, LocalDate on) {
    known(visitor);
    visitors.train(visitor, course, on);
  }

  @Override
  public void correctTraining(UserId visitor, String course, @Nullable LocalDate on) {
    visitors.forgetTraining(visitor, course);
    if (on != null) {
      completeTraining(visitor, course, on);
    }
  }

  private void known(UserId visitor) {
    if (visitors.find(visitor).isEmpty()) {
      throw new NoSuchElementException("Nobody of this id visits families");
    }
  }

  @Override
  public void deactivate(UserId visitor) {
    visitors.deactivate(visitor);
  }
}
