package stet.cli.option;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stet.app.edits.EditTimes;
import stet.app.edits.EditWords;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.store.EditFilter;
import stet.text.NearestName;

/** Which edits are meant. */
public final class EditsOption {
  private static final String LAST = "last";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "First seen then or later: a day such as 2026-11-20, today, yesterday, 2h, 3d, 45m ago,"
              + " or a time with its offset.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "First seen before that; of a day, until its end.")
  private @Nullable String until;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "LABEL",
      description = "Disclosed in one of these ways, such as silent,no-update-time.")
  private List<String> labels = List.of();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "With one of these kinds of change, such as number,quotation,headline,name.")
  private List<String> kinds = List.of();

  @Option(
      names = "--outlet",
      split = ",",
      paramLabel = "OUTLET",
      description = "Of one of these outlets, such as example.org.")
  private List<String> outlets = List.of();

  @Option(names = "--language", paramLabel = "TAG", description = "In this language, such as de.")
  private @Nullable String language;

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "At least so many words were added, removed or moved.")
  private int words;

  @Option(
      names = "--match",
      paramLabel = "TEXT",
      description = "With these words, each somewhere in what was added or removed.")
  private @Nullable String match;

  @Option(
      names = "--cosmetic",
      description = "Those too in which no word that a reader reads has changed.")
  private boolean cosmetic;

  /** Whether anything is asked for in particular. */
  public boolean isAny() {
    boolean times = since != null || until != null || words > 0;
    boolean lists = !labels.isEmpty() || !kinds.isEmpty() || !outlets.isEmpty();
    return times || lists || language != null || match != null;
  }

  /** Whether what came since the user's last look is asked for. */
  public boolean isSinceLast() {
    return LAST.equals(since);
  }

  /** Whether cosmetic edits are left out. */
  public boolean leavesOutCosmetic() {
    return !cosmetic && !labels.contains(Label.Kind.COSMETIC.id());
  }

  /**
   * The filter.
   *
   * @param now UTC
   * @param zone in which days begin
   * @param last what stands for {@code --since last}; null where that makes no sense
   * @param there the outlets of the collection
   */
  public EditFilter filter(
      Instant now, ZoneId zone, @Nullable Supplier<Instant> last, Collection<String> there) {
    EditTimes times = new EditTimes(now, zone);
    return new EditFilter(
        outlets(there),
        kinds(labels, Label.Family.DISCLOSURE),
        kinds(kinds, Label.Family.SUBSTANCE),
        language(),
        since(times, last),
        until == null ? null : time("--until", until, times::until, ""),
        match(),
        words(),
        leavesOutCosmetic());
  }

  private @Nullable Instant since(EditTimes times, @Nullable Supplier<Instant> last) {
    if (since == null) {
      return null;
    } else if (last != null && isSinceLast()) {
      return last.get();
    }
    return time("--since", since, times::since, last == null ? "" : ", or 'last'");
  }

  private interface Reading {
    Instant of(String text);
  }

  private static Instant time(String option, String text, Reading reading, String more) {
    try {
      return reading.of(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE,
          option
              + " '"
              + text
              + "' is no day such as 2026-11-20, 'today', 'yesterday', a while ago such as 2h, 3d"
              + " or 45m, or time such as 2026-11-20T08:30:00Z"
              + more);
    }
  }

  private static Set<Label.Kind> kinds(List<String> names, Label.Family family) {
    try {
      return EditWords.kinds(names, family);
    } catch (EditWords.NoSuchName e) {
      List<String> all = EditWords.names(family);
      boolean elsewhere = EditWords.names(other(family)).contains(e.name());
      throw new Failure(
          ExitCode.USAGE,
          option(family)
              + " '"
              + e.name()
              + "' is none of "
              + String.join(", ", all)
              + (elsewhere ? "; it is one of " + option(other(family)) : nearest(e.name(), all)));
    }
  }

  private static Label.Family other(Label.Family family) {
    return family == Label.Family.DISCLOSURE ? Label.Family.SUBSTANCE : Label.Family.DISCLOSURE;
  }

  private static String option(Label.Family family) {
    return family == Label.Family.DISCLOSURE ? "--label" : "--kind";
  }

  private static String nearest(String name, Collection<String> all) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), all)
        .map(n -> "; the nearest is '" + n + "'")
        .orElse("");
  }

  private Set<String> outlets(Collection<String> there) {
    List<String> found = new ArrayList<>();
    for (String outlet : outlets) {
      String plain = outlet.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      found.add(
          there.stream()
              .filter(o -> o.equals(outlet) || o.equals(plain))
              .findFirst()
              .orElseThrow(() -> noSuch(outlet, there)));
    }
    return Set.copyOf(found);
  }

  private static Failure noSuch(String outlet, Collection<String> there) {
    String all =
        there.isEmpty()
            ? "; there is no article yet"
            : there.size() > 10 ? "" : "; there are " + String.join(", ", there);
    return new Failure(
        ExitCode.USAGE,
        "--outlet '" + outlet + "' has no article here" + all + nearest(outlet, there));
  }

  private String language() {
    if (language == null) {
      return "";
    }
    String lower = language.toLowerCase(Locale.ROOT);
    if (!lower.matches("[a-z]{2,8}")) {
      throw new Failure(
          ExitCode.USAGE, "--language '" + language + "' is no language such as en, de or ar");
    }
    return lower;
  }

  private int words() {
    if (words < 0) {
      throw new Failure(ExitCode.USAGE, "--words '" + words + "' is less than 0");
    }
    return words;
  }

  private String match() {
    if (match == null) {
      return "";
    }
    if (SearchWords.of(match).words().isEmpty()) {
      throw new Failure(ExitCode.USAGE, "--match '" + match + "' has no word to look for");
    }
    return match;
  }
}
