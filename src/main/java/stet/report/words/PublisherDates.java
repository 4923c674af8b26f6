package stet.report.words;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.timeline.SeenVersion;

/** Sentences about what a publisher states of time, held against what was observed. */
public final class PublisherDates {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.US);

  private final Times times;

  public PublisherDates(Times times) {
    this.times = times;
  }

  /**
   * What one version's dates say of the time before it was seen. Where only one version was seen,
   * this is all that can be said of edits.
   */
  public List<String> sentences(List<SeenVersion> versions) {
    SeenVersion first = versions.get(0);
    List<String> lines = new ArrayList<>();
    String stated = stated(first.state());
    String claim = stated.isEmpty() ? "The page states no date of its own." : stated;
    lines.add(versions.size() == 1 ? claim : "When first seen: " + claim);
    lines.add(since(first, versions.size() == 1));
    return lines;
  }

  private String since(SeenVersion first, boolean only) {
    String day = times.day(first.first().at());
    if (only) {
      String seen =
          first.checks() == 1 ? "stet has only seen it once, on " : "stet has only seen it since ";
      return seen + day + "; what was changed before is not known.";
    }
    return "stet has seen it since " + day + "; what was changed before is not known.";
  }

  private static String stated(ArticleVersion version) {
    Optional<StatedDate> published = version.published();
    Optional<StatedDate> updated = version.updated();
    if (published.isPresent() && updated.isPresent()) {
      return both(published.get(), updated.get());
    }
    if (published.isPresent()) {
      return "The publisher dates this story " + day(published.get()) + " and states no update.";
    }
    return updated
        .map(u -> "The publisher says that this story was updated " + day(u) + ".")
        .orElse("");
  }

  private static String both(StatedDate published, StatedDate updated) {
    String start = "The publisher dates this story " + day(published);
    if (published.sameMoment(updated)) {
      return start + " and states the same time for its update.";
    }
    if (published.local().toLocalDate().equals(updated.local().toLocalDate())) {
      return start
          + " and says that it was updated the same day"
          + sameDay(published, updated)
          + ".";
    }
    boolean later = updated.local().isAfter(published.local());
    String apart =
        later
            ? Times.lasting(published.local(), updated.local()) + " later"
            : Times.lasting(updated.local(), published.local()) + " before it was published";
    return start + " and says that it was updated " + day(updated) + ", " + apart + ".";
  }

  private static String sameDay(StatedDate published, StatedDate updated) {
    if (!published.precision().hasTime() || !updated.precision().hasTime()) {
      return "";
    }
    Instant from = published.earliest();
    Instant to = updated.earliest();
    if (ChronoUnit.MINUTES.between(from, to) < 1) {
      return "";
    }
    return ", " + Times.lasting(published.local(), updated.local()) + " later";
  }

  /** The stated day, in no finer and no coarser words than it was stated. */
  static String day(StatedDate date) {
    return switch (date.precision()) {
      case YEAR -> YEAR.format(date.local());
      case MONTH -> MONTH.format(date.local());
      default -> DAY.format(date.local());
    };
  }

  /** The stated day, with the time of day where one was stated. */
  public static String moment(StatedDate date) {
    if (!date.precision().hasTime()) {
      return day(date);
    }
    String zone = date.offset() == null ? "" : " (UTC" + offset(date) + ")";
    if (date.form() == StatedDate.Form.AGO) {
      String end = CLOCK.format(date.local().plus(date.width()));
      return "about " + day(date) + ", " + CLOCK.format(date.local()) + " to " + end + zone;
    }
    return day(date) + ", " + CLOCK.format(date.local()) + zone;
  }

  private static String offset(StatedDate date) {
    String id = String.valueOf(date.offset());
    return id.equals("Z") ? "" : id;
  }

  /** How a stated date was read, where that says more than the printed words. */
  public static String reading(StatedDate date) {
    String iso = date.iso();
    boolean plain = date.zoneReason().isEmpty() || date.zoneReason().equals("written");
    String read = plain ? iso : iso + " (" + date.zoneReason() + ")";
    return read.equals(date.printed()) ? "" : read;
  }
}
