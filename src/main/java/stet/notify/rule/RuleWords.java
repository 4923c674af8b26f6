package stet.notify.rule;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.report.words.Chips;
import stet.store.EditFilter;

/** Rules in words. */
public final class RuleWords {
  private RuleWords() {}

  /** What a rule fires on, such as {@code silent edits with a number, of paper.example}. */
  public static String asks(AlertRule rule) {
    EditFilter filter = rule.ask().filter();
    List<String> words = new ArrayList<>();
    words.add(
        switch (rule.ask().event()) {
          case EDIT -> labels(filter) + "edits" + kinds(filter);
          case CAME_BACK -> labels(filter) + "edits by which an earlier text came back";
          case NOTICE -> "edits that came with a notice" + kinds(filter);
          case GONE -> "pages that are not found any more";
          case PASSAGE -> "the passage “" + rule.ask().passage() + "” going or coming back";
          case HELD -> "revisions held as a new page template";
          case OUTLET_UNREADABLE -> "outlets of which nothing could be read for " + span(rule);
          case OUTLET_SILENT -> "outlets whose lists named nothing new for " + span(rule);
          case UPKEEP -> "how rules, lists and channels are doing";
        });
    if (!filter.words().isEmpty()) {
      words.add("with “" + filter.words() + "” in what changed");
    }
    if (filter.atLeast() > 0) {
      words.add("of " + filter.atLeast() + " words or more");
    }
    if (!filter.language().isEmpty()) {
      words.add("in " + filter.language() + " (stated or guessed)");
    }
    if (!filter.outlets().isEmpty()) {
      words.add("of " + String.join(" or ", filter.outlets().stream().sorted().toList()));
    }
    if (!rule.ask().article().isEmpty()) {
      words.add("of " + rule.ask().article());
    }
    return String.join(", ", words);
  }

  private static String labels(EditFilter filter) {
    return filter.labels().isEmpty() ? "" : names(filter.labels()) + " ";
  }

  private static String kinds(EditFilter filter) {
    return filter.kinds().isEmpty() ? "" : " labelled " + names(filter.kinds());
  }

  private static String names(Collection<Label.Kind> kinds) {
    return kinds.stream().sorted().map(Chips::name).collect(Collectors.joining(" or "));
  }

  private static String span(AlertRule rule) {
    long minutes = rule.ask().after().toMinutes();
    return minutes % 1440 == 0
        ? minutes / 1440 + " d"
        : minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }

  /** When a rule is told, such as {@code daily at 08:30 (Europe/Berlin), quiet 22:00 to 07:00}. */
  public static String told(AlertRule rule) {
    Timing timing = rule.timing();
    List<String> words = new ArrayList<>();
    words.add(
        switch (timing.pace()) {
          case AT_ONCE -> "at once";
          case HOURLY -> "hourly";
          case DAILY -> "daily at " + timing.at() + zone(timing);
          case WEEKLY ->
              "every "
                  + timing.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                  + " at "
                  + timing.at()
                  + zone(timing);
        });
    @Nullable Quiet quiet = timing.quiet();
    if (quiet != null) {
      words.add("quiet " + quiet.from() + " to " + quiet.to() + zone(timing));
    }
    if (timing.mostPerHour() > 0) {
      words.add("at most " + timing.mostPerHour() + " an hour, then together");
    }
    return String.join(", ", words);
  }

  private static String zone(Timing timing) {
    return " (" + timing.zone().getId() + ")";
  }
}
