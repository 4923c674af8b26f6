package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource({
    "https://user:pw@paper.example/a, https://paper.example/a",
    "HTTP://user@paper.example/a, HTTP://paper.example/a",
    "https://a@b@paper.example/a, https://paper.example/a",
    "https:\\\\user:pw@paper.example/a, https:\\\\paper.example/a",
    "https://u:p%40@paper.example:81/a?b=c@d#e@f, https://paper.example:81/a?b=c@d#e@f",
    "https://paper.example/@author, https://paper.example/@author",
    "https://paper.example/?mail=a@b.example, https://paper.example/?mail=a@b.example",
    "https://paper.example?a@b, https://paper.example?a@b",
    "mail a@b.example about https://paper.example, mail a@b.example about https://paper.example",
    "no page at 'https://u:p@x.example/' today, no page at 'https://x.example/' today",
    "urn:stet:file:a@b, urn:stet:file:a@b"
  })
  void addressesNameNoUsers(String written, String kept) {
    assertThat(SafeText.withoutUsers(written)).isEqualTo(kept);
  }

  @Test
  void whatMisleadsIsEscapedAndIsTheSameTextInJson() {
    String text = "a\u202Eb\u0085c\u009Bd\u2066e\u2028f\u007Fg \u200Fh äß東\uD83D\uDCA5";
    String json = JsonMapper.shared().createObjectNode().put("t", text).toString();

    String escaped = SafeText.escaped(json);

    assertThat(escaped.chars().noneMatch(c -> SafeText.isRisky((char) c))).isTrue();
    assertThat(escaped)
        .contains("\\u202eb\\u0085c\\u009bd\\u2066e\\u2028f\\u007fg")
        .contains("äß東");
    assertThat(JsonMapper.shared().readTree(escaped).path("t").asString("")).isEqualTo(text);
  }
}
