package stet.notify.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.diff.Label;
import stet.notify.Finding.Event;
import stet.notify.rule.Timing.Pace;

class RuleReaderTest {
  private static final List<String> CHANNELS = List.of("desk", "hook");

  private static List<AlertRule> read(Map<String, List<String>> rule) {
    return RuleReader.read(List.of(rule), ZoneOffset.UTC, CHANNELS);
  }

  private static Map<String, List<String>> rule(String... keysAndValues) {
    Map<String, List<String>> rule = new HashMap<>();
    rule.put("name", List.of("numbers"));
    rule.put("to", List.of("desk"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      rule.put(keysAndValues[i], List.of(keysAndValues[i + 1].split("\\|")));
    }
    return rule;
  }

  @Test
  void allThatMayBeStatedIsRead() {
    AlertRule rule =
        read(rule(
                "label", "silent|no-update-time",
                "kind", "number",
                "outlet", "www.Paper.example",
                "language", "en-GB",
                "words", "3",
                "match", "dead injured",
                "to", "desk|hook|desk",
                "how", "daily 8:30",
                "zone", "Europe/Berlin",
                "quiet", "22:00-07:00",
                "most-per-hour", "5"))
            .get(0);
    assertThat(rule.name()).isEqualTo("numbers");
    assertThat(rule.channels()).containsExactly("desk", "hook");
    assertThat(rule.ask().event()).isEqualTo(Event.EDIT);
    assertThat(rule.ask().filter().labels())
        .isEqualTo(Set.of(Label.Kind.SILENT, Label.Kind.NO_UPDATE_TIME));
    assertThat(rule.ask().filter().kinds()).isEqualTo(Set.of(Label.Kind.NUMBER));
    assertThat(rule.ask().filter().outlets()).isEqualTo(Set.of("paper.example"));
    assertThat(rule.ask().filter().language()).isEqualTo("en");
    assertThat(rule.ask().filter().atLeast()).isEqualTo(3);
    assertThat(rule.ask().filter().words()).isEqualTo("dead injured");
    assertThat(rule.ask().filter().substantial()).isTrue();
    assertThat(rule.timing().pace()).isEqualTo(Pace.DAILY);
    assertThat(rule.timing().at()).isEqualTo(LocalTime.of(8, 30));
    assertThat(rule.timing().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(rule.timing().quiet()).isEqualTo(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    assertThat(rule.timing().mostPerHour()).isEqualTo(5);
    assertThat(RuleWords.asks(rule))
        .isEqualTo(
            "silent or no update time edits labelled number, with “dead injured” in what changed, of"
                + " 3 words or more, in en (stated or guessed), of paper.example");
    assertThat(RuleWords.told(rule))
        .isEqualTo(
            "daily at 08:30 (Europe/Berlin), quiet 22:00 to 07:00 (Europe/Berlin), at most 5 an hour,"
                + " then together");
  }

  @Test
  void whatIsNotStatedIsWhatMostWant() {
    AlertRule rule = read(rule()).get(0);
    assertThat(rule.timing()).isEqualTo(Timing.atOnce(ZoneOffset.UTC));
    assertThat(rule.ask().filter().substantial()).isTrue();
    assertThat(read(rule("label", "cosmetic")).get(0).ask().filter().substantial()).isFalse();
    assertThat(read(rule("when", "notice")).get(0).ask().filter().labels())
        .isEqualTo(Set.of(Label.Kind.NOTICED));
    assertThat(read(rule("when", "upkeep")).get(0).timing().pace()).isEqualTo(Pace.WEEKLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "label; silnt; label 'silnt' is not known; did you mean 'silent'?",
        "label; number; label 'number' is not known; it may be silent, no-update-time",
        "kind; numbr; did you mean 'number'?",
        "when; editt; did you mean 'edit'?",
        "to; dsk; to 'dsk' is not known; did you mean 'desk'?",
        "how; sometimes; must be at-once, hourly, 'daily 08:30' or 'weekly monday 08:30'",
        "how; daily 25:00; must have times such as 08:30",
        "how; weekly someday 09:00; names no day of the week such as monday",
        "zone; Berlin; zone 'Berlin' is not a time zone such as 'Asia/Kolkata'",
        "quiet; 22-7; quiet '22-7' must have times such as 08:30",
        "quiet; 22:00; must be hours such as '22:00-07:00'",
        "quiet; 22:00-22:00; must end at another time than it begins",
        "most-per-hour; many; most-per-hour 'many' must be a number from 0 to 1000",
        "words; -1; words '-1' must be a number",
        "language; english please; must be a language such as \"en\"",
        "match; ***; must be words",
        "passage; no comment; goes with when = \"passage\"; this rule's is \"edit\"",
        "after; 6; goes with when = \"outlet-unreadable\" or \"outlet-silent\"",
        "lable; silent; key 'lable' is not known; did you mean 'label'?",
        "how; at-once|hourly; must be one value, not a list"
      })
  void eachWrongValueNamesKeyValueAndRemedy(String key, String value, String part) {
    assertThatThrownBy(() -> read(rule(key, value)))
        .isInstanceOf(RuleException.class)
        .hasMessageStartingWith("alert 'numbers': ")
        .hasMessageContaining(part)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsMissingIsNamed() {
    Map<String, List<String>> nameless = rule();
    nameless.remove("name");
    assertThatThrownBy(() -> read(nameless)).hasMessageContaining("has no 'name'");
    Map<String, List<String>> toNobody = rule();
    toNobody.remove("to");
    assertThatThrownBy(() -> read(toNobody)).hasMessageContaining("name one of desk, hook");
    assertThatThrownBy(() -> read(rule("when", "passage"))).hasMessageContaining("no 'passage'");
    assertThatThrownBy(() -> read(rule("when", "upkeep", "how", "hourly")))
        .hasMessageContaining("must be weekly");
    assertThatThrownBy(() -> RuleReader.read(List.of(rule(), rule()), ZoneOffset.UTC, CHANNELS))
        .hasMessageContaining("is there twice");
    assertThatThrownBy(() -> RuleReader.read(List.of(rule()), ZoneOffset.UTC, List.of()))
        .hasMessageContaining("define [channel.desk]");
  }
}
