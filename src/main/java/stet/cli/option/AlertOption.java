package stet.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;

/** What a rule is, as {@code stet.toml} has it, from the command line. */
public final class AlertOption {
  @Option(
      names = "--to",
      split = ",",
      paramLabel = "CHANNEL",
      description = "Channels through which it tells, with commas between.")
  private @Nullable List<String> to;

  @Option(
      names = "--when",
      paramLabel = "WHAT",
      description =
          "edit, came-back, notice, gone, passage, held, outlet-unreadable, outlet-silent or upkeep;"
              + " edit if not given.")
  private @Nullable String when;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "LABEL",
      description = "Only edits disclosed in one of these ways, such as silent,no-update-time.")
  private @Nullable List<String> labels;

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only edits of one of these kinds, such as number,quotation,headline.")
  private @Nullable List<String> kinds;

  @Mixin private OutletOption outlets;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Only in this language, stated or guessed.")
  private @Nullable String language;

  @Option(names = "--words", paramLabel = "N", description = "Only edits of so many words.")
  private @Nullable String words;

  @Option(names = "--match", paramLabel = "TEXT", description = "Words in what changed.")
  private @Nullable String match;

  @Option(
      names = "--passage",
      paramLabel = "TEXT",
      description = "With --when passage: words that you cite; tells when they go or come back.")
  private @Nullable String passage;

  @Option(names = "--article", paramLabel = "ARTICLE", description = "Only of this article.")
  private @Nullable String article;

  @Option(
      names = "--how",
      paramLabel = "PACE",
      description =
          "at-once, hourly, 'daily 08:30' or 'weekly monday 08:30'; at-once if not given.")
  private @Nullable String how;

  @Option(names = "--quiet", paramLabel = "HOURS", description = "Not delivered then: 22:00-07:00.")
  private @Nullable String quiet;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of these times; that of the reports if not given.")
  private @Nullable String zone;

  @Option(
      names = "--most-per-hour",
      paramLabel = "N",
      description = "So many messages an hour, what comes then is told together.")
  private @Nullable String mostPerHour;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "With --when outlet-unreadable or outlet-silent: how long, such as 6h.")
  private @Nullable String after;

  /**
   * The keys and values of the rule of that name; those not given have no value.
   *
   * @throws Failure where a value that was given is empty
   */
  public Map<String, List<String>> fields(String name) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(name));
    put(fields, "when", when);
    put(fields, "label", labels);
    put(fields, "kind", kinds);
    put(fields, "outlet", outlets.given());
    put(fields, "language", language);
    put(fields, "words", words);
    put(fields, "match", match);
    put(fields, "passage", passage);
    put(fields, "article", article);
    put(fields, "to", to);
    put(fields, "how", how);
    put(fields, "quiet", quiet);
    put(fields, "zone", zone);
    put(fields, "most-per-hour", mostPerHour);
    put(fields, "after", after);
    return fields;
  }

  private static void put(Map<String, List<String>> fields, String key, @Nullable String value) {
    put(fields, key, value == null ? null : List.of(value));
  }

  /** An empty value, as of a variable that is not set, would make a rule of more than was meant. */
  private static void put(
      Map<String, List<String>> fields, String key, @Nullable List<String> values) {
    if (values == null) {
      fields.put(key, List.of());
      return;
    }
    if (values.stream().anyMatch(String::isBlank)) {
      throw new Failure(
          ExitCode.USAGE,
          "--" + key + " '" + String.join(",", values) + "' is empty; leave it out for none");
    }
    fields.put(key, values);
  }
}
