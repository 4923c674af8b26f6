package stet.notify.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.capture.EnumId;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.Finding.Story;
import stet.notify.Message;
import stet.notify.Message.Entry;
import stet.notify.Message.Kind;
import stet.notify.Message.Standing;
import stet.notify.outbox.Composer.Due;
import stet.notify.rule.AlertRule;
import stet.notify.rule.RuleWords;
import stet.text.Capitals;
import stet.text.Truncation;
import stet.watch.store.AlertFinding;

/** Makes messages of findings. */
final class MessageMaker {
  /** So many entries tell a person more than a mail of all of them. */
  private static final int ENTRIES = 100;

  private static final int ID = 32;
  private static final int TITLE = 150;

  private final String site;

  MessageMaker(String site) {
    this.site = site;
  }

  /** One finding, or the same edit of several articles. */
  Message alert(AlertRule rule, String channel, List<Due> due, Instant now) {
    List<Entry> entries = entries(due);
    return message(Kind.ALERT, rule, channel, due, title(entries.get(0)), entries, now);
  }

  /** Findings that were gathered, what is alike as one. */
  Message digest(AlertRule rule, String channel, List<Due> due, Instant now) {
    List<Entry> entries = entries(due);
    String title =
        entries.size() == 1
            ? title(entries.get(0))
            : due.size() + " findings of “" + rule.name() + "”";
    return message(Kind.DIGEST, rule, channel, due, title, entries, now);
  }

  /** What was told before and does not hold any more. */
  Message correction(AlertRule rule, String channel, List<Due> due, Instant now) {
    List<Entry> entries = entries(due);
    String title =
        "Correction: "
            + (entries.size() == 1
                ? "what was told of " + subject(entries.get(0).finding()) + " does not hold"
                : due.size() + " findings of “" + rule.name() + "” do not hold");
    return message(Kind.CORRECTION, rule, channel, due, title, entries, now);
  }

  /** A message that tells the newest finding of a rule once more, to see whether it arrives. */
  Message test(AlertRule rule, String channel, Finding finding, Instant now) {
    Entry entry = new Entry(finding, Standing.STANDS, "");
    String title =
        finding.story() == null && finding.words().isEmpty()
            ? "Test of the rule “" + rule.name() + "”"
            : "Test: " + title(entry);
    return test(rule, channel, entry, title, reason(rule), now);
  }

  /** A message that tells nothing but that it arrives. */
  Message channelTest(AlertRule rule, String channel, Instant now) {
    String sentence = "This message shows that the channel '" + channel + "' works.";
    Finding finding =
        new Finding("test", rule.ask().event(), null, null, sentence, List.of(), List.of());
    Entry entry = new Entry(finding, Standing.STANDS, "");
    return test(rule, channel, entry, "Test of the channel '" + channel + "'", "", now);
  }

  private Message test(
      AlertRule rule, String channel, Entry entry, String title, String reason, Instant now) {
    return new Message(
        id(channel, rule, Kind.TEST, List.of(entry.finding().id()), now),
        Kind.TEST,
        rule.name(),
        site,
        Truncation.shortened(title, TITLE),
        reason,
        List.of(entry),
        0,
        now,
        rule.timing().zone());
  }

  private Message message(
      Kind kind,
      AlertRule rule,
      String channel,
      List<Due> due,
      String title,
      List<Entry> entries,
      Instant now) {
    List<String> events = due.stream().map(d -> d.finding().event()).toList();
    return new Message(
        id(channel, rule, kind, events, now),
        kind,
        rule.name(),
        site,
        Truncation.shortened(title, TITLE),
        reason(rule),
        entries.subList(0, Math.min(ENTRIES, entries.size())),
        Math.max(0, entries.size() - ENTRIES),
        now,
        rule.timing().zone());
  }

  private static String reason(AlertRule rule) {
    return "The rule “" + rule.name() + "” asks for " + RuleWords.asks(rule) + ".";
  }

  private static String id(
      String channel, AlertRule rule, Kind kind, List<String> events, Instant now) {
    String all =
        String.join(
            "\n", channel, rule.name(), EnumId.of(kind), now.toString(), String.join("\n", events));
    return Digest.of(all.getBytes(UTF_8)).hex().substring(0, ID);
  }

  /** What is alike and stands alike is one entry, which names the other articles. */
  private static List<Entry> entries(List<Due> due) {
    return Composer.alike(due).values().stream()
        .map(alike -> entry(alike.stream().map(Due::finding).toList()))
        .toList();
  }

  private static Entry entry(List<AlertFinding> alike) {
    Finding first = Bodies.finding(alike.get(0).body());
    List<Story> others = new ArrayList<>(first.alike());
    for (AlertFinding other : alike.subList(1, alike.size())) {
      @Nullable Story story = Bodies.finding(other.body()).story();
      if (story != null) {
        others.add(story);
      }
    }
    Finding all =
        new Finding(
            first.id(),
            first.event(),
            first.story(),
            first.change(),
            first.sentence(),
            first.words(),
            others);
    return new Entry(
        all, EnumId.read(Standing.class, alike.get(0).standing()), alike.get(0).note());
  }

  private static String title(Entry entry) {
    Finding finding = entry.finding();
    String many = finding.alike().isEmpty() ? "" : " and " + finding.alike().size() + " more";
    return Capitals.first(what(finding)) + ": " + subject(finding) + many;
  }

  private static String what(Finding finding) {
    @Nullable Change change = finding.change();
    return switch (finding.event()) {
      case EDIT -> change == null ? "edit" : said(change) + " edit" + kinds(change);
      case CAME_BACK -> "an earlier text came back";
      case NOTICE -> "notice";
      case PASSAGE -> "passage you cite " + (finding.isPassageLost() ? "left" : "came back");
      case GONE -> "page not found";
      case HELD -> "held as a new page template";
      case OUTLET_UNREADABLE -> "nothing can be read";
      case OUTLET_SILENT -> "nothing new";
      case UPKEEP -> "how alerts are doing";
    };
  }

  private static String said(Change change) {
    return change.labels().isEmpty() ? "" : change.labels().get(0).name();
  }

  private static String kinds(Change change) {
    return change.labels().stream()
        .skip(1)
        .limit(2)
        .map(Change.Tag::name)
        .collect(Collectors.joining(", ", " (", ")"))
        .replace(" ()", "");
  }

  private static String subject(Finding finding) {
    @Nullable Story story = finding.story();
    if (story == null) {
      return finding.words().isEmpty() ? finding.sentence() : String.join(", ", finding.words());
    }
    String headline = story.headline().isEmpty() ? story.uri() : "“" + story.headline() + "”";
    return headline + " (" + story.outlet() + ")";
  }
}
