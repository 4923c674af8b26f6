package stet.report.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.stats.GroupFigures;
import stet.stats.GroupFigures.Watched;
import stet.stats.Grouping;
import stet.stats.Grouping.Group;
import stet.stats.Lasting;
import stet.stats.Publication;
import stet.stats.Rhythm;
import stet.stats.estimate.Reached;
import stet.text.Capitals;

/** Figures about outlets in words and tables, each with what it is a part of. */
public final class FigureWords {
  /** The ages at which it is told how many articles were edited. */
  public static final List<Duration> AGES =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30));

  private final Times times;

  public FigureWords(Times times) {
    this.times = times;
  }

  /** The name of a group. */
  public static String name(Group group, Grouping by) {
    String unknown =
        switch (by) {
          case OUTLET, WEEKDAY, HOUR -> "";
          case SECTION -> "no section stated";
          case LANGUAGE -> "language not known";
          case AUTHOR -> "no author stated";
        };
    String name = group.name().isEmpty() ? unknown : group.name();
    return group.outlet().isEmpty()
        ? name
        : name.isEmpty() ? group.outlet() : group.outlet() + ", " + name;
  }

  /**
   * Of how many articles the language is no statement of the page, in a sentence; empty where it is
   * not what they are put together by, or was guessed of none.
   */
  public static String guessed(Watched w, Grouping by) {
    return by != Grouping.LANGUAGE || w.guessed() == 0
        ? ""
        : "The language of "
            + Numbers.of(w.guessed(), "article", "articles")
            + " was guessed from the text.";
  }

  /** How the articles were looked at, in sentences. */
  public String watched(Watched w) {
    int twice = w.articles() - w.once();
    String all = Numbers.of(w.articles(), "article", "articles");
    String span = times.day(w.from()) + " to " + times.day(w.until());
    if (w.isAllOnce()) {
      return all + ", " + span + ". None was looked at twice, so nothing can be said of edits.";
    }
    return all
        + ", "
        + Numbers.of(twice, "of them", "of them")
        + " looked at twice at least, "
        + Numbers.of(w.checks(), "check", "checks")
        + ", "
        + span
        + ". An article was watched for "
        + Times.lasting(w.lasting())
        + ", with "
        + Times.lasting(w.apart())
        + " between two checks (medians).";
  }

  /** All tables of a group; those without a row are left out. */
  public List<FigureTable> tables(GroupFigures figures) {
    return FigureTables.of(figures);
  }

  /** What is known at an age, in a sentence. */
  public static String reached(Reached reached) {
    String told =
        "Within "
            + lasting(reached.age())
            + ": "
            + FigureCells.bounds(reached)
            + " (95 % interval "
            + FigureCells.interval(reached.interval())
            + ").";
    return FigureCells.together(told);
  }

  /** {@code 6 hours}, {@code 30 days}, {@code 1 year}. */
  public static String age(Duration age) {
    if (age.toDays() >= 365) {
      return Numbers.of(age.toDays() / 365, "year", "years");
    }
    return age.toDays() == 0
        ? Numbers.of(age.toHours(), "hour", "hours")
        : Numbers.of(age.toDays(), "day", "days");
  }

  static String lasting(double seconds) {
    return Times.lasting(Duration.ofSeconds(Math.round(seconds)));
  }

  /** What is not in the figures of a group, in sentences; empty where there is nothing. */
  public List<String> leftOut(GroupFigures figures) {
    List<String> lines = new ArrayList<>();
    if (!figures.canBeSilent() && !figures.watching().isAllOnce()) {
      lines.add(
          "Silent edits: what the pages state of their times could not show of any edit whether it"
              + " was said.");
    }
    once(figures.watching().once()).ifPresent(lines::add);
    lines.addAll(publication(figures.publication()));
    lines.addAll(lasting(figures.lasting()));
    figures
        .leftOut()
        .forEach(
            (kind, count) ->
                lines.add(
                    Numbers.of(count, "revision", "revisions")
                        + " labelled "
                        + Chips.name(kind)
                        + ": "
                        + Capitals.withoutFirst(kind.sentence())));
    if (!figures.pendulums().isEmpty()) {
      int swings = figures.pendulums().values().stream().mapToInt(Integer::intValue).sum();
      lines.add(
          Numbers.of(swings, "further swing", "further swings")
              + " of texts that go back and forth, in "
              + Numbers.of(figures.pendulums().size(), "article", "articles")
              + ": each way there and back is counted once.");
    }
    return lines;
  }

  private static Optional<String> once(int articles) {
    return articles == 0
        ? Optional.empty()
        : Optional.of(
            Numbers.of(articles, "article", "articles")
                + " looked at but once: no edit of it could have been seen.");
  }

  private static List<String> publication(Publication publication) {
    List<String> lines = new ArrayList<>();
    if (publication.late() > 0) {
      lines.add(
          "From what is counted from publication: "
              + Numbers.of(publication.late(), "article", "articles")
              + " first seen more than an hour after it, which can’t tell of its beginning.");
    }
    if (publication.counted() > 0 && publication.unstated() > 0) {
      lines.add(
          "From the same: "
              + Numbers.of(publication.unstated(), "article", "articles")
              + " without a stated time of publication that can be relied on.");
    }
    return lines;
  }

  private static List<String> lasting(Lasting lasting) {
    List<String> lines = new ArrayList<>();
    if (lasting.articles() + lasting.open() > 0 && lasting.shorter() > 0) {
      lines.add(
          "From what a day makes of texts: "
              + Numbers.of(lasting.shorter(), "article", "articles")
              + " watched for less than a day.");
    }
    if (lasting.open() > 0) {
      lines.add(
          "From the same: "
              + Numbers.of(lasting.open(), "article", "articles")
              + " edited between two checks on either side of the end of the day, going back and"
              + " forth, or perhaps cut off.");
    }
    return lines;
  }

  /**
   * What is not in the figures by hour or weekday, in sentences.
   *
   * @param cell {@code an hour} or {@code a day}
   */
  public static List<String> leftOut(Rhythm rhythm, String cell) {
    List<String> lines = new ArrayList<>();
    if (!rhythm.isKnown()) {
      lines.add("No article was looked at twice within " + cell + ", so nothing can be told.");
    }
    left(rhythm.wide(), "between checks more than " + cell + " apart").ifPresent(lines::add);
    left(rhythm.unzoned(), "at times of which the outlet’s clock is not known")
        .ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> left(Rhythm.LeftOut left, String why) {
    return left.edits() == 0 && left.hours() < 0.5
        ? Optional.empty()
        : Optional.of(
            Numbers.of(left.edits(), "edit", "edits")
                + " and "
                + Numbers.of(Math.round(left.hours()), "hour", "hours")
                + " "
                + why
                + ".");
  }

  /** How figures by hour or weekday are to be read. */
  public static List<String> rhythmMethod() {
    return List.of(
        "Hours watched are those between two checks of an article, summed over articles. Where"
            + " nobody looked, no edit could be seen.",
        "An edit lies in a window between two checks, and counts for each hour or day as far as"
            + " the window lies in it.",
        "The outlet’s own clock is what its pages state within a week of it, where all of them"
            + " agree; where that is known of less than half of the time, times are UTC.",
        "Intervals are of 95 %, for a Poisson number of as many edits as they are worth, since"
            + " those of one article are alike. From fewer than twenty articles no rate is told.");
  }

  /** How the figures are to be read. */
  public static List<String> method() {
    return List.of(
        "Shares are of what this collection saw, not of all that the outlet published.",
        "Intervals are of 95 %: Wilson's for articles; for edits the same with the number of"
            + " edits that they are worth, since those of one article are alike.",
        "Times run from the first check, or from the time of publication that the page states, as"
            + " said; from publication only articles are counted that were seen within an hour of"
            + " it, and of that hour edits may have been missed. An edit lies in a window between two checks and not at a"
            + " moment, and what was watched for two days says nothing of the third: the estimate"
            + " is Turnbull's (1976).",
        "Of an age nothing is estimated unless it is known of twenty articles at least whether they"
            + " were edited by then, and of no more than a fifth of those watched it is open, because"
            + " they were looked at before and after only.",
        "A notice is counted from the first edit of a number, quotation, name, headline,"
            + " attribution, negation, or word of death or guilt. Whether it speaks of that edit is"
            + " not known.",
        "Text that was taken back, and numbers that were corrected, are those that were seen to be:"
            + " what was never taken back is not known. Headlines and texts that swing are tests on"
            + " readers as a rule, and are counted apart.",
        "Silent is the outcome of a rule: the update time that the page states could have moved,"
            + " and did not, and no notice was added.");
  }
}
