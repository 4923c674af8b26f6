package stet.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.alert.DayOfEdits.Edit;
import stet.app.alert.DayOfEdits.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day and a half of a fictional newsroom, minute by minute, over the night in which clocks go
 * back: 200 edits and five rules. What each rule must send, and when, is reckoned here by itself,
 * from what was edited when, and compared with what arrived.
 */
class AlertDayTest {
  private static final Instant END = Instant.parse("2026-10-26T02:00:00Z");
  private static final Pattern LINK =
      Pattern.compile("stet\\W{0,3}\\.\\W{0,3}example/reports/a/([a-z0-9]+)/r([0-9]+)\\.html");

  @TempDir Path home;

  private static String settings(int smtp) {
    return """
        report.zone = "Europe/Berlin"

        [channel.once]
        type = "webhook"
        url-file = "once"

        [channel.mail]
        type = "mail"
        host = "127.0.0.1"
        port = %d
        security = "none"
        from = "stet@stet.example"
        to = "desk@stet.example"

        [channel.feed]
        type = "feed"

        [channel.slack]
        type = "slack"
        url-file = "slack"

        [channel.capped]
        type = "mattermost"
        url-file = "capped"

        [[alert]]
        name = "silent numbers"
        label = "silent"
        kind = "number"
        to = "once"

        [[alert]]
        name = "paper nought by day"
        outlet = "paper0.example"
        quiet = "22:00-07:00"
        to = "mail"

        [[alert]]
        name = "headlines"
        kind = "headline"
        how = "daily 02:30"
        to = "feed"

        [[alert]]
        name = "harbour"
        match = "harbour"
        how = "hourly"
        to = "slack"

        [[alert]]
        name = "paper one"
        outlet = "paper1.example"
        most-per-hour = 3
        to = "capped"
        """
        .formatted(smtp);
  }

  @Test
  void whatEachRuleMustSendArrivesThenAndOnce() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (Receivers receivers = new Receivers()) {
      for (String hook : List.of("once", "slack", "capped")) {
        Newsroom.secret(home, hook, receivers.address("/" + hook));
      }
      List<Edit> edits = DayOfEdits.edits();
      Map<String, TreeMap<Instant, TreeSet<String>>> arrived = new TreeMap<>();
      run(edits, settings(mail.getSmtp().getPort()), receivers, mail, arrived);
      Map<Integer, String> keys = keyOf;
      assertThat(arrived.get("once")).isEqualTo(named(atOnce(edits), keys));
      assertThat(arrived.get("mail")).isEqualTo(named(byDay(edits), keys));
      assertThat(arrived.get("feed")).isEqualTo(named(daily(edits), keys));
      assertThat(arrived.get("slack")).isEqualTo(named(hourly(edits), keys));
      assertThat(arrived.get("capped")).isEqualTo(named(capped(edits), keys));
    } finally {
      mail.stop();
    }
  }

  private final Map<Integer, String> keyOf = new TreeMap<>();

  private void run(
      List<Edit> edits,
      String settings,
      Receivers receivers,
      GreenMail mail,
      Map<String, TreeMap<Instant, TreeSet<String>>> arrived)
      throws Exception {
    int[][] done = new int[DayOfEdits.STORIES][3];
    List<String> log = new ArrayList<>();
    try (Newsroom newsroom = new Newsroom(home, DayOfEdits.START, settings, log)) {
      for (int story = 0; story < DayOfEdits.STORIES; story++) {
        newsroom.see(DayOfEdits.uri(story), DayOfEdits.page(story, done[story]));
        keyOf.put(story, newsroom.key(DayOfEdits.uri(story)));
      }
      newsroom.tell();
      int next = 0;
      int[] seen = new int[5];
      for (Instant now = DayOfEdits.START; !now.isAfter(END); now = now.plusSeconds(60)) {
        newsroom.clock.pass(Duration.between(newsroom.clock.instant(), now));
        while (next < edits.size() && edits.get(next).at().equals(now)) {
          Edit edit = edits.get(next++);
          done[edit.story()][edit.kind().ordinal()]++;
          newsroom.see(
              DayOfEdits.uri(edit.story()), DayOfEdits.page(edit.story(), done[edit.story()]));
        }
        newsroom.tell();
        int place = 0;
        for (String hook : List.of("once", "slack", "capped")) {
          List<Receivers.Got> got = receivers.got("/" + hook);
          for (Receivers.Got one : got.subList(seen[place], got.size())) {
            note(arrived, hook, now, one.body());
          }
          seen[place++] = got.size();
        }
        MimeMessage[] mails = mail.getReceivedMessages();
        for (int i = seen[3]; i < mails.length; i++) {
          note(arrived, "mail", now, text(mails[i]));
        }
        seen[3] = mails.length;
        seen[4] = feed(arrived, now, seen[4]);
      }
      assertThat(log).allMatch(line -> line.endsWith(": sent") || line.contains("new finding"));
    }
  }

  private int feed(Map<String, TreeMap<Instant, TreeSet<String>>> arrived, Instant now, int before)
      throws Exception {
    Path file = home.resolve("reports/alerts/headlines.json");
    if (!Files.exists(file)) {
      return 0;
    }
    JsonNode items = JsonMapper.shared().readTree(Files.readString(file)).get("items");
    for (int i = 0; i < items.size() - before; i++) {
      note(arrived, "feed", now, items.get(i).toString());
    }
    return items.size();
  }

  /** Each edit that a text names by its page; one that came before is told twice. */
  private static void note(
      Map<String, TreeMap<Instant, TreeSet<String>>> arrived,
      String channel,
      Instant now,
      String text) {
    TreeSet<String> named =
        LINK.matcher(text)
            .results()
            .map(m -> m.group(1) + " " + m.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("links in what came to %s: %s", channel, text).isNotEmpty();
    TreeMap<Instant, TreeSet<String>> times =
        arrived.computeIfAbsent(channel, c -> new TreeMap<>());
    for (TreeSet<String> earlier : times.values()) {
      assertThat(named).as("told twice to %s", channel).doesNotContainAnyElementsOf(earlier);
    }
    times.computeIfAbsent(now, n -> new TreeSet<>()).addAll(named);
  }

  private static String text(Part part) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String text = text(parts.getBodyPart(i));
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
    return part.isMimeType("text/plain") ? String.valueOf(part.getContent()) : "";
  }

  private static TreeMap<Instant, TreeSet<String>> named(
      TreeMap<Instant, List<Edit>> expected, Map<Integer, String> keys) {
    TreeMap<Instant, TreeSet<String>> named = new TreeMap<>();
    expected.forEach(
        (at, edits) ->
            named.put(
                at,
                edits.stream()
                    .map(e -> keys.get(e.story()) + " " + e.version())
                    .collect(Collectors.toCollection(TreeSet::new))));
    return named;
  }

  private static void put(TreeMap<Instant, List<Edit>> expected, Instant at, Edit edit) {
    expected.computeIfAbsent(at, a -> new ArrayList<>()).add(edit);
  }

  private static TreeMap<Instant, List<Edit>> atOnce(List<Edit> edits) {
    TreeMap<Instant, List<Edit>> expected = new TreeMap<>();
    edits.stream().filter(e -> e.kind() == Kind.NUMBER).forEach(e -> put(expected, e.at(), e));
    return expected;
  }

  /** Quiet from 22:00 in summer, 20:00 UTC, to 07:00 in winter, 06:00 UTC. */
  private static TreeMap<Instant, List<Edit>> byDay(List<Edit> edits) {
    Instant from = Instant.parse("2026-10-24T20:00:00Z");
    Instant to = Instant.parse("2026-10-25T06:00:00Z");
    TreeMap<Instant, List<Edit>> expected = new TreeMap<>();
    for (Edit edit : edits) {
      if (edit.outlet() == 0) {
        boolean quiet = !edit.at().isBefore(from) && edit.at().isBefore(to);
        put(expected, quiet ? to : edit.at(), edit);
      }
    }
    return expected;
  }

  /** 02:30 comes twice in that night: at 00:30 UTC, which counts, and an hour later. */
  private static TreeMap<Instant, List<Edit>> daily(List<Edit> edits) {
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    Instant second = Instant.parse("2026-10-26T01:30:00Z");
    TreeMap<Instant, List<Edit>> expected = new TreeMap<>();
    edits.stream()
        .filter(e -> e.kind() == Kind.HEADLINE)
        .forEach(e -> put(expected, e.at().isBefore(first) ? first : second, e));
    return expected;
  }

  private static TreeMap<Instant, List<Edit>> hourly(List<Edit> edits) {
    TreeMap<Instant, List<Edit>> expected = new TreeMap<>();
    for (Edit edit : edits) {
      if (edit.kind() == Kind.HARBOUR) {
        long hour = edit.at().getEpochSecond() / 3600 + 1;
        put(expected, Instant.ofEpochSecond(3600 * hour), edit);
      }
    }
    return expected;
  }

  /**
   * Three messages within an hour; what comes then is told when the first of them is an hour old.
   */
  private static TreeMap<Instant, List<Edit>> capped(List<Edit> edits) {
    TreeMap<Instant, List<Edit>> expected = new TreeMap<>();
    List<Instant> messages = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit.outlet() != 1) {
        continue;
      }
      Instant now = edit.at();
      List<Instant> lately =
          messages.stream()
              .filter(m -> m.isAfter(now.minusSeconds(3600)) && !m.isAfter(now))
              .sorted()
              .toList();
      // A second after the hour, which the next minute brings.
      Instant at = lately.size() < 3 ? now : lately.get(0).plusSeconds(3600 + 60);
      if (at.equals(now) || !messages.contains(at)) {
        messages.add(at);
      }
      put(expected, at, edit);
    }
    return expected;
  }
}
