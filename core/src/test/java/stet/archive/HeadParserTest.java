package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.MessageHeaders;
import stet.archive.HeadParser.Step;
import stet.archive.RecordHead.MalformedRecord;

/** One parser, two sets of rules. */
class HeadParserTest {
  private static final List<String> LINES =
      List.of(
          "A: b\r\n",
          "a:c\r\n",
          "WARC-Type: response \t\r\n",
          "X-Empty:\r\n",
          "X-Text: cl\u00e9 \u6c34\r\n",
          " folded\r\n",
          "\tfolded too \r\n",
          " \r\n",
          "X:\ttab\tinside\r\n",
          "X: colon: inside\r\n",
          "X-\u00e9: name\r\n",
          "two words: name\r\n",
          "X : name\r\n",
          "(X): name\r\n",
          ": no name\r\n",
          "no colon\r\n",
          "bare: line feed\n",
          "\n",
          "X: carriage\rreturn\r\n",
          "X: control\u0001\r\n",
          "X: delete\u007f\r\n",
          "WARC/1.1\r\n");

  @Provide
  Arbitrary<byte[]> heads() {
    Arbitrary<String> lines =
        Arbitraries.of(LINES).list().ofMaxSize(5).map(l -> "First: field\r\n" + String.join("", l));
    Arbitrary<byte[]> bytes = lines.map(l -> (l + "\r\n").getBytes(StandardCharsets.UTF_8));
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 200);
    return bytes.flatMap(b -> places.flatMap(p -> Arbitraries.bytes().map(v -> changed(b, p, v))));
  }

  /** One byte is another where the place lies within the head, its end left as it is. */
  private static byte[] changed(byte[] bytes, int place, byte value) {
    byte[] changed = bytes.clone();
    if (place > 0 && place < bytes.length - 4) {
      changed[place] = value;
    }
    return changed;
  }

  /** jwarc reads the standard's grammar to the letter. */
  @Property(tries = 1000)
  void theStrictRulesTakeWhatTheStandardAllows(@ForAll("heads") byte[] head)
      throws MalformedRecord {
    Optional<MessageHeaders> expected = jwarc(head);
    Optional<RecordHead> read = strict(head);
    assertThat(read.isPresent()).isEqualTo(expected.isPresent());
    if (read.isPresent()) {
      for (String name : new TreeSet<>(expected.get().map().keySet())) {
        List<String> values = expected.get().all(name);
        assertThat(values.size() > 1 ? "twice" : read.get().get(name))
            .isEqualTo(values.size() > 1 ? "twice" : values.get(0));
      }
    }
  }

  private static Optional<MessageHeaders> jwarc(byte[] head) {
    int end = new String(head, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
    if (end < 0) {
      return Optional.empty();
    }
    byte[] whole = Arrays.copyOf(head, end + 4);
    try {
      return Optional.of(
          MessageHeaders.parse(Channels.newChannel(new ByteArrayInputStream(whole))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<RecordHead> strict(byte[] fields) {
    String head = "WARC/1.1\r\n" + new String(fields, StandardCharsets.ISO_8859_1);
    try {
      return Optional.of(read(head));
    } catch (MalformedRecord e) {
      return Optional.empty();
    }
  }

  private static RecordHead read(String head) throws MalformedRecord {
    try {
      return RecordHead.read(new ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String refusal(String head) {
    try {
      read(head).find("X");
      return "";
    } catch (MalformedRecord e) {
      return e.getMessage();
    }
  }

  @Test
  void theStrictRulesSayWhatIsWrong() {
    assertThat(refusal("WARC/1.1\r\nX: 1\r\n\r\n")).isEmpty();
    assertThat(refusal("WARC/1.0\r\nX: 1\r\n\r\n")).contains("does not begin with WARC/1.1");
    assertThat(refusal("WARC/1.1\nX: 1\r\n\r\n")).contains("does not begin with WARC/1.1");
    assertThat(refusal("WARC/1.1\r\nX: 1\r\nx: 1\r\n\r\n")).contains("stands there twice");
    assertThat(refusal("WARC/1.1\r\nX: 1\r\n")).contains("does not end");
    assertThat(refusal("WARC/1.1\r\nX: 1\n\r\n")).contains("cannot be parsed");
    assertThat(refusal("WARC/1.1\r\n X: 1\r\n\r\n")).contains("cannot be parsed");
  }

  @Test
  void theStrictRulesReadAsMuchAsMayBeWritten() {
    String start = "WARC/1.1\r\nX: ";
    String fits = start + "y".repeat(HeadParser.LONGEST - "X: \r\n\r\n".length()) + "\r\n\r\n";
    assertThat(refusal(fits)).isEmpty();
    assertThat(refusal(fits.replace("X: ", "X:  "))).contains("does not end");
  }

  private static List<Step> lenient(HeadParser parser, String... lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      steps.add(parser.take(line.getBytes(StandardCharsets.UTF_8)));
    }
    return steps;
  }

  @Test
  void theLenientRulesPassOverWhatIsNoField() {
    HeadParser parser = new HeadParser(HeadRules.LENIENT);
    assertThat(lenient(parser, " a : b", "no colon", ": no name", "X: \u0001", "a: second", " \r"))
        .containsExactly(Step.MORE, Step.MORE, Step.MORE, Step.MORE, Step.MORE, Step.END);
    assertThat(parser.fields().all("a")).containsExactly("b", "second");
  }

  @Test
  void theLenientRulesSeeWhereAnotherHeadBegins() {
    HeadParser parser = new HeadParser(HeadRules.LENIENT);
    assertThat(lenient(parser, "X: 1", "WARC/0.17 \r"))
        .containsExactly(Step.MORE, Step.ANOTHER_HEAD);
    assertThat(lenient(new HeadParser(HeadRules.LENIENT), "WARC/1.1 is no version: 1"))
        .containsExactly(Step.MORE);
  }

  @Test
  void noRulesTakeAHeadWithoutEnd() {
    byte[] line = ("X: " + "y".repeat(1 << 16) + '\r').getBytes(StandardCharsets.UTF_8);
    for (HeadRules rules : HeadRules.values()) {
      HeadParser parser = new HeadParser(rules);
      Step step = Step.MORE;
      int lines = 0;
      while (step == Step.MORE && lines < 20) {
        step = parser.take(line);
        lines++;
      }
      assertThat(step).isEqualTo(Step.TOO_LONG);
      assertThat(lines).isEqualTo(16);
    }
  }
}
