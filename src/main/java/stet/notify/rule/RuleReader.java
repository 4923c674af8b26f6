package stet.notify.rule;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.notify.Finding.Event;
import stet.store.EditFilter;
import stet.text.LanguageTags;
import stet.text.time.TimeUnits;

/** Rules as the settings state them. */
public final class RuleReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ._-]{0,59}");
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([mhd])");
  private static final int LONGEST_PASSAGE = 2_000;
  private static final int LONGEST_MATCH = 200;

  private RuleReader() {}

  /**
   * Reads rules.
   *
   * @param stated of each rule, by key; a single value is a list of one
   * @param zone of local times where a rule names none
   * @param channels names of those that there are
   * @throws RuleException when one of them cannot be
   */
  public static List<AlertRule> read(
      List<Map<String, List<String>>> stated, ZoneId zone, Collection<String> channels) {
    List<AlertRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map<String, List<String>> one : stated) {
      AlertRule rule = read(one, zone, channels);
      if (!names.add(rule.name().toLowerCase(Locale.ROOT))) {
        throw new RuleException("alert '" + rule.name() + "' is there twice; name them apart");
      }
      rules.add(rule);
    }
    return rules;
  }

  private static AlertRule read(
      Map<String, List<String>> stated, ZoneId zone, Collection<String> channels) {
    List<String> names = stated.getOrDefault("name", List.of());
    String name = names.isEmpty() ? "" : names.get(0).strip();
    if (name.isEmpty()) {
      throw new RuleException("an [[alert]] has no 'name'; give it one, such as name = \"silent\"");
    }
    Fields fields = new Fields(name, stated);
    if (!NAME.matcher(fields.one("name", "").strip()).matches()) {
      throw fields.wrong(
          "name", name, "must be up to 60 letters, digits, spaces, dots, hyphens or underscores");
    }
    Event event =
        fields.constant("when", fields.one("when", "edit"), Arrays.asList(Event.values()));
    Conditions.require(fields, event);
    Ask ask = ask(fields, event);
    List<String> to = to(fields, channels);
    Timing timing = TimingReader.read(fields, zone, event);
    fields.requireAllAsked();
    return new AlertRule(name, ask, to, timing);
  }

  private static List<String> to(Fields fields, Collection<String> channels) {
    List<String> to = fields.all("to");
    if (to.stream().allMatch(String::isBlank)) {
      throw fields.missing(
          "to",
          channels.isEmpty()
              ? "define a channel first, such as [channel.desk], then to = \"desk\""
              : "name one of " + String.join(", ", channels));
    }
    for (String channel : to) {
      if (!channels.contains(channel)) {
        throw fields.wrong(
            "to",
            channel,
            channels.isEmpty()
                ? "is no channel; define [channel." + channel + "]"
                : Fields.among(channel, channels));
      }
    }
    return to.stream().distinct().toList();
  }

  private static Ask ask(Fields fields, Event event) {
    String passage = fields.one("passage", "").strip();
    if (event == Event.PASSAGE && passage.isEmpty()) {
      throw fields.missing("passage", "say which words, such as passage = \"no comment\"");
    } else if (event == Event.PASSAGE && SearchWords.of(passage).words().isEmpty()) {
      throw fields.wrong(
          "passage", passage, "has no word in it; say which, such as passage = \"no comment\"");
    } else if (passage.length() > LONGEST_PASSAGE) {
      throw fields.wrong("passage", passage, "must be up to " + LONGEST_PASSAGE + " characters");
    }
    return new Ask(
        event,
        filter(fields, event),
        passage,
        fields.one("article", "").strip(),
        after(fields, event));
  }

  private static EditFilter filter(Fields fields, Event event) {
    Set<Label.Kind> labels =
        fields.constants("label", Label.Kind.class, Label.Family.DISCLOSURE.kinds());
    Set<Label.Kind> kinds =
        fields.constants("kind", Label.Kind.class, Label.Family.SUBSTANCE.kinds());
    String words = fields.one("match", "").strip();
    if (words.length() > LONGEST_MATCH) {
      throw fields.wrong("match", words, "must be words, up to " + LONGEST_MATCH + " characters");
    }
    if (!words.isEmpty() && SearchWords.of(words).words().isEmpty()) {
      throw fields.wrong("match", words, "has no word in it; it must be words");
    }
    String language = fields.one("language", "");
    if (!language.isEmpty() && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      throw fields.wrong("language", language, "must be a language such as \"en\"");
    }
    if (labels.isEmpty() && event == Event.NOTICE) {
      labels = Set.of(Label.Kind.NOTICED);
    }
    if (kinds.isEmpty() && event == Event.CAME_BACK) {
      kinds = Set.of(Label.Kind.REVERT, Label.Kind.OSCILLATION);
    }
    Set<String> outlets = new HashSet<>();
    fields.some("outlet").forEach(o -> outlets.add(outlet(fields, o)));
    return new EditFilter(
        outlets,
        labels,
        kinds,
        LanguageTags.primary(language),
        null,
        null,
        words,
        fields.number("words", 0, 1_000_000),
        !labels.contains(Label.Kind.COSMETIC));
  }

  /** An outlet is named by its host, without what comes before in the address of a page. */
  private static String outlet(Fields fields, String text) {
    String host = text.strip().toLowerCase(Locale.ROOT);
    if (host.matches(".*[/\\s].*")) {
      throw fields.wrong(
          "outlet",
          text,
          "is no host; an outlet is named as 'stet log' does, such as paper.example");
    }
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static Duration after(Fields fields, Event event) {
    String value = fields.one("after", event == Event.OUTLET_SILENT ? "24h" : "6h");
    Matcher span = SPAN.matcher(value);
    if (!span.matches()) {
      throw fields.wrong("after", value, "must be a time such as 90m, 6h or 2d");
    }
    if (Integer.parseInt(span.group(1)) == 0) {
      throw fields.wrong("after", value, "must be more than 0, such as 6h");
    }
    return TimeUnits.length(Long.parseLong(span.group(1)), span.group(2));
  }
}
