package stet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** JSON that others send. */
public final class JsonFuzz {
  private static final String WEB =
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [{
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
        "created": "2026-03-14T06:00:00Z", "creator": {"type": "Person", "name": "Ana"},
        "body": [{"type": "TextualBody", "purpose": "classifying", "value": "softened"}],
        "target": [
          {"source": "https://courier.example/a", "state": {"sourceDate": "2026-03-14T05:00:00Z"},
           "selector": {"type": "TextQuoteSelector", "exact": "two", "prefix": "a"}},
          {"source": "https://courier.example/a", "state": {"sourceDate": "2026-03-14T05:30:00Z"},
           "selector": {"type": "TextQuoteSelector", "exact": "three", "suffix": "b"}}]}]}
      """;
  private static final String SAID =
      """
      {"article": "ab12", "version": 3, "quote": {"removed": "two", "inserted": "three"},
       "verdict": "softened", "important": true, "note": "Why?", "author": "Ana",
       "urls": ["https://courier.example/a"], "memento": "https://archive.example/x"}
      """;

  private JsonFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "web-annotations",
            700,
            Seeds.texts(WEB),
            List.of("\"items\"", "\"target\"", "[", "{", "null", "1e999", "\"\\u0001\"", "-"),
            JsonFuzz::annotations),
        new FuzzTarget(
            "sent-json",
            700,
            Seeds.texts(SAID),
            List.of("\"version\"", "2147483648", "null", "[]", "{}", "\"\\u0001\"", "1.5"),
            JsonFuzz::said));
  }

  private static void annotations(byte[] input) {
    byte[] json = Seeds.text(input).getBytes(StandardCharsets.UTF_8);
    try {
      WebAnnotations.read(json)
          .problems()
          .forEach(p -> assertThat(p.lines().count()).as(p).isEqualTo(1));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("[A-Z].*\\.");
    }
  }

  private static void said(byte[] input) {
    byte[] json = Seeds.text(input).getBytes(StandardCharsets.UTF_8);
    for (java.util.function.Consumer<byte[]> reader :
        List.<java.util.function.Consumer<byte[]>>of(
            Sent::said, b -> Sent.addresses(b, 10), Sent::memento)) {
      try {
        reader.accept(json);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
