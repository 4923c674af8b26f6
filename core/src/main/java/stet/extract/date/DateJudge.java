package stet.extract.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Role;
import stet.extract.Evidence;
import stet.extract.page.DateContext;

/** Chooses the article's dates among the candidates, one role apart from the other. */
public final class DateJudge {
  /** The chosen dates, every update time that is stated, and the reasoning line by line. */
  public record Decision(
      List<StatedDate> dates, List<StatedDate> updates, List<Evidence> evidence) {}

  private static final Comparator<DateCandidate> HEAVIEST =
      Comparator.comparingInt(DateCandidate::weight);

  private static final Duration FRESH = Duration.ofDays(8);

  /** A line so near the capture shows the page's clock as often as an update. */
  private static final Duration CLOCK = Duration.ofMinutes(3);

  private static final int SURE = 72;

  /** How many candidates are explained. */
  private static final int MOST = 60;

  /** No page states its update in so many places. */
  private static final int MOST_UPDATES = 12;

  private final List<DateCandidate> candidates;
  private final DateContext context;
  private final List<Evidence> evidence = new ArrayList<>();

  private DateJudge(List<DateCandidate> candidates, DateContext context) {
    this.candidates = candidates;
    this.context = context;
  }

  public static Decision decide(List<DateCandidate> candidates, DateContext context) {
    return new DateJudge(candidates, context).decide();
  }

  private Decision decide() {
    List<StatedDate> dates = new ArrayList<>();
    DateCandidate published = choose(Role.PUBLISHED).orElse(null);
    DateCandidate updated = choose(Role.UPDATED).orElse(null);
    if (published != null && updated != null && stray(published, updated)) {
      note("published", published, "left out: too weak beside a labelled update");
      published = null;
    }
    if (published != null && updated != null && superseded(published, updated)) {
      note("published", published, "left out: later than a labelled update that is surer");
      published = null;
    }
    if (published == null && updated != null) {
      note("published", updated, "no published date is stated");
    }
    if (published != null) {
      dates.add(published.stated());
      note("published", published, "chosen");
    }
    DateCandidate stated = onItsDay(later(standing(updated, published), published), published);
    if (stated != null) {
      dates.add(stated.stated());
      note("updated", stated, "chosen");
    }
    choose(Role.REVIEWED)
        .ifPresent(
            reviewed -> {
              dates.add(reviewed.stated());
              note("reviewed", reviewed, "chosen");
            });
    others(dates);
    return new Decision(dates, updates(dates), evidence);
  }

  /** The chosen update first, then every other place that states one. */
  private List<StatedDate> updates(List<StatedDate> chosen) {
    return Stream.concat(
            chosen.stream().filter(d -> d.role() == Role.UPDATED),
            candidates.stream()
                .filter(c -> c.role() == Role.UPDATED)
                .sorted(HEAVIEST.reversed())
                .map(DateCandidate::stated))
        .distinct()
        .limit(MOST_UPDATES)
        .toList();
  }

  /** A date somewhere on a page that labels another one as its update tells nothing. */
  private static boolean stray(DateCandidate published, DateCandidate updated) {
    return published.weight() < 50 && updated.weight() >= 80;
  }

  /** What is said to have been updated by then was not published later: a system's own stamp. */
  private static boolean superseded(DateCandidate published, DateCandidate updated) {
    return published.weight() < 75
        && published.moment().precision().hasTime()
        && updated.weight() >= 80
        && updated
            .moment()
            .local()
            .toLocalDate()
            .isBefore(published.moment().local().toLocalDate());
  }

  private Optional<DateCandidate> choose(Role role) {
    List<DateCandidate> ofRole = candidates.stream().filter(c -> c.role() == role).toList();
    DateCandidate best = ofRole.stream().max(HEAVIEST).orElse(null);
    if (best == null || best.moment().form() != Form.DATED) {
      return Optional.ofNullable(best);
    }
    List<DateCandidate> dated =
        ofRole.stream().filter(c -> c.moment().form() == Form.DATED).toList();
    return Optional.of(LocalDay.shown(sharpest(best, dated), dated, context))
        .map(shown -> asReadersSeeIt(shown, dated));
  }

  /** The same moment printed for readers: their form is kept, the machine's reading stays. */
  private static DateCandidate asReadersSeeIt(DateCandidate best, List<DateCandidate> ofRole) {
    if (isVisible(best) || !best.moment().precision().hasTime()) {
      return best;
    }
    return ofRole.stream()
        .filter(c -> isVisible(c) && c.moment().precision().hasTime())
        .filter(c -> c.moment().same(best.moment()))
        .max(HEAVIEST)
        .map(
            c ->
                new DateCandidate(
                    best.role(), best.weight(), best.rule(), c.printed(), best.moment()))
        .orElse(best);
  }

  private static boolean isVisible(DateCandidate candidate) {
    return candidate.rule().startsWith("visible");
  }

  /** The same day stated more exactly elsewhere: that statement is taken. */
  private static DateCandidate sharpest(DateCandidate best, List<DateCandidate> ofRole) {
    boolean vague = !best.moment().precision().hasTime() || midnight(best);
    if (!vague) {
      return best;
    }
    return ofRole.stream()
        .filter(c -> c.moment().precision().hasTime() && !midnight(c))
        .filter(c -> c.weight() >= 60 && c.moment().sameDay(best.moment()))
        .max(HEAVIEST)
        .orElse(best);
  }

  // Content systems write midnight where they know the day alone.
  private static boolean midnight(DateCandidate candidate) {
    return candidate.moment().local().toLocalTime().toSecondOfDay() == 0;
  }

  /**
   * Where the head only repeats the publication, a line that readers see may state an update that
   * it cannot mean. A line without a day needs a capture of those days to tell it from.
   */
  private @Nullable DateCandidate standing(
      @Nullable DateCandidate updated, @Nullable DateCandidate published) {
    if (updated == null || stands(updated, published)) {
      return updated;
    }
    return candidates.stream()
        .filter(c -> c.role() == Role.UPDATED && c != updated && isVisible(c))
        .filter(c -> StatedDate.moved(updated.stated(), c.stated()))
        .filter(c -> c.moment().form() == Form.DATED || fresh(updated))
        .filter(c -> stands(c, published))
        .max(HEAVIEST)
        .orElse(null);
  }

  /**
   * Where the head states an update and readers see a later one, theirs is the latest that is
   * stated: many heads are written when the page is made and stay. Not where the two differ by
   * whole half hours, as one time on two clocks does, nor where the line shows the clock of the
   * visit.
   */
  private @Nullable DateCandidate later(
      @Nullable DateCandidate head, @Nullable DateCandidate published) {
    if (head == null || isVisible(head) || !head.moment().precision().hasTime() || !fresh(head)) {
      return head;
    }
    Instant visit = context.latest().minus(DateContext.AHEAD);
    StatedDate stated = head.stated();
    return candidates.stream()
        .filter(c -> c.role() == Role.UPDATED && isVisible(c) && c.weight() >= SURE)
        .filter(c -> c.moment().precision().hasTime() && c.moment().offset() != null)
        .filter(c -> StatedDate.moved(stated, c.stated()))
        .filter(c -> c.moment().roughly().isAfter(stated.end()) && stands(c, published))
        .filter(c -> !otherClock(head.moment(), c.moment()))
        .filter(c -> c.moment().roughly().isBefore(visit.minus(CLOCK)))
        .max(HEAVIEST)
        .orElse(head);
  }

  private static boolean otherClock(Moment head, Moment line) {
    long minutes = Duration.between(head.roughly(), line.roughly()).toMinutes();
    long past = Math.floorMod(minutes, 30);
    return line.form() != Form.AGO && minutes < 14 * 60 && (past <= 1 || past >= 29);
  }

  /** A time of day alone on a page that was captured long after its dates is of those days. */
  private @Nullable DateCandidate onItsDay(
      @Nullable DateCandidate line, @Nullable DateCandidate published) {
    if (line == null
        || published == null
        || !line.rule().equals("visible clock")
        || published.moment().form() != Form.DATED
        || fresh(published)) {
      return line;
    }
    Moment m = line.moment();
    LocalDateTime local = published.moment().local().toLocalDate().atTime(m.local().toLocalTime());
    boolean next =
        published.moment().precision().hasTime() && local.isBefore(published.moment().local());
    String reason = "the day is told from the published date";
    Moment moved =
        new Moment(
            next ? local.plusDays(1) : local,
            published.moment().offset() == null ? m.offset() : published.moment().offset(),
            m.precision(),
            reason,
            m.form(),
            m.width());
    return new DateCandidate(line.role(), line.weight(), line.rule(), line.printed(), moved);
  }

  private boolean fresh(DateCandidate head) {
    return head.moment().roughly().plus(FRESH).isAfter(context.latest());
  }

  private boolean stands(DateCandidate updated, @Nullable DateCandidate published) {
    if (published == null) {
      return true;
    }
    Moment a = published.moment();
    Moment b = updated.moment();
    if (b.form() == Form.AGO) {
      return b.latest().isAfter(a.roughly());
    }
    // "Updated 5 March" beside "Published 5 March, 07:00" is a statement of its own.
    boolean dayAlone = isVisible(updated) && a.precision().hasTime() && !b.precision().hasTime();
    if (a.same(b) && !dayAlone) {
      note("updated", updated, "left out: equal to published, so no update is stated");
      return false;
    }
    boolean zoned = a.offset() != null && b.offset() != null;
    boolean earlier =
        zoned && a.precision().hasTime() && b.precision().hasTime()
            ? b.roughly().isBefore(a.roughly())
            : b.local().toLocalDate().isBefore(a.local().toLocalDate());
    if (earlier) {
      note("updated", updated, "left out: earlier than published");
    }
    return !earlier;
  }

  private void note(String field, DateCandidate candidate, String verdict) {
    evidence.add(
        new Evidence(
            field, candidate.rule(), candidate.line() + ": " + verdict, candidate.stated()));
  }

  private void others(List<StatedDate> chosen) {
    for (DateCandidate candidate : candidates.subList(0, Math.min(MOST, candidates.size()))) {
      StatedDate stated = candidate.stated();
      boolean taken =
          chosen.stream()
              .anyMatch(
                  d ->
                      d.role() == stated.role()
                          && d.evidence().equals(stated.evidence())
                          && d.iso().equals(stated.iso()));
      if (!taken) {
        String field = candidate.role().name().toLowerCase(java.util.Locale.ROOT);
        evidence.add(
            new Evidence(
                field, candidate.rule(), candidate.line() + ": weaker", candidate.stated()));
      }
    }
  }
}
