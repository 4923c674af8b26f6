package stet.cli.option;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.edits.EditWords;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.store.EditFilter;

/** Which edits are meant. */
public final class EditsOption {
  @Mixin private SpanOption span;

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
      names = "--language",
      paramLabel = "TAG",
      description = "In this language, such as de, stated by the page or guessed from its text.")
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
    boolean lists = !labels.isEmpty() || !kinds.isEmpty();
    return span.isAny() || words > 0 || lists || language != null || match != null;
  }

  /** Whether what came since the user's last look is asked for. */
  public boolean isSinceLast() {
    return span.isSinceLast();
  }

  /** What is to be said of the language that was asked for; empty where none was. */
  public List<String> notes() {
    return language == null
        ? List.of()
        : List.of("--language counts languages that were guessed from the text; --json says which");
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
    return new EditFilter(
        span.outlets(there),
        kinds(labels, Label.Family.DISCLOSURE),
        kinds(kinds, Label.Family.SUBSTANCE),
        language(),
        last != null && isSinceLast()
            ? last.get()
            : span.since(now, zone, last == null ? "" : ", or 'last'"),
        span.until(now, zone),
        match(),
        words(),
        leavesOutCosmetic());
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
              + (elsewhere
                  ? "; it is one of " + option(other(family))
                  : OutletOption.nearest(e.name(), all)));
    }
  }

  private static Label.Family other(Label.Family family) {
    return family == Label.Family.DISCLOSURE ? Label.Family.SUBSTANCE : Label.Family.DISCLOSURE;
  }

  private static String option(Label.Family family) {
    return family == Label.Family.DISCLOSURE ? "--label" : "--kind";
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
