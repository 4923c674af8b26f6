package stet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import stet.notes.Annotation;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.notes.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Annotations in the form of the W3C's model. */
class WebAnnotationsTest {
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");

  private static Annotation annotation(Quote quote, Remark remark) {
    return new Annotation(
        "00000000-0000-4000-8000-000000000001",
        new Subject("https://courier.example/a", DAWN, DAWN.plusSeconds(60), quote),
        remark,
        DAWN.plusSeconds(99),
        DAWN.plusSeconds(100));
  }

  private static byte[] written(Annotation... annotations) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WebAnnotations.write(List.of(annotations), out);
    return out.toByteArray();
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll @StringLength(max = 30) String removed,
      @ForAll @StringLength(max = 30) String note,
      @ForAll boolean important)
      throws IOException {
    Annotation one =
        annotation(
            new Quote(removed, removed.isEmpty() ? "x" : "", "before ", " after"),
            new Remark("softened", important, note, "Ana"));
    assertThat(WebAnnotations.read(written(one, one)).annotations()).containsExactly(one, one);
  }

  /** The members and values are those of the model, section by section. */
  @Test
  void theFormIsThatOfTheModel() throws IOException {
    Annotation one =
        annotation(
            new Quote("twelve boats", "nine boats", "that ", " were"),
            new Remark("softened", true, "Why?", "Ana"));
    JsonNode page = JsonMapper.shared().readTree(written(one));
    assertThat(page.path("@context").asString()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    assertThat(page.path("type").asString()).isEqualTo("AnnotationPage");
    JsonNode item = page.at("/items/0");
    assertThat(item.path("type").asString()).isEqualTo("Annotation");
    assertThat(item.path("motivation").asString()).isEqualTo("assessing");
    assertThat(item.at("/body/0/type").asString()).isEqualTo("TextualBody");
    assertThat(item.at("/body").findValuesAsString("purpose"))
        .containsExactly("classifying", "commenting", "tagging");
    assertThat(item.at("/target/0/selector/type").asString()).isEqualTo("TextQuoteSelector");
    assertThat(item.at("/target/0/selector/exact").asString()).isEqualTo("twelve boats");
    assertThat(item.at("/target/1/selector/exact").asString()).isEqualTo("nine boats");
    assertThat(item.at("/target/1/state/type").asString()).isEqualTo("TimeState");
    assertThat(item.at("/target/1/state/sourceDate").asString()).isEqualTo("2026-03-14T06:01:00Z");
  }

  @Test
  void oneThatIsWrongKeepsNoneOfTheOthersFromBeingRead() throws IOException {
    Annotation one = annotation(Quote.NONE, new Remark("", false, "x", ""));
    String two =
        new String(written(one, one, one), StandardCharsets.UTF_8)
            .replaceFirst("2026-03-14T06:01:00Z", "yesterday")
            .replaceFirst("urn:uuid:0", "urn:uuid:z");
    WebAnnotations.Read read = WebAnnotations.read(two.getBytes(StandardCharsets.UTF_8));
    assertThat(read.annotations()).hasSize(2);
    assertThat(read.problems()).hasSize(1);
    String foreign = "{\"type\": \"Annotation\", \"target\": \"https://courier.example/a\"}";
    assertThat(WebAnnotations.read(foreign.getBytes(StandardCharsets.UTF_8)).problems())
        .containsExactly("annotation 1: It has not two targets, the old text and the new one.");
  }

  @Test
  void whatIsNoneIsRefusedInOneSentence() {
    for (String text : List.of("", "x", "{}", "7", "null", "{\"items\": 3}")) {
      assertThatThrownBy(() -> WebAnnotations.read(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("[A-Z].*\\.");
    }
  }
}
