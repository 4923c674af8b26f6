package stet.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.app.browser.BrowserRule.Use;

class BrowserRuleTest {
  @Test
  void oneWordIsForAll() {
    assertThat(BrowserRule.of("never").of("paper.example", "www.paper.example"))
        .isEqualTo(Use.NEVER);
  }

  @Test
  void outletsAndHostsHaveWordsOfTheirOwn() {
    BrowserRule rule = BrowserRule.of("never, Paper.example always,live.paper.example auto");
    assertThat(rule.of("paper.example", "www.paper.example")).isEqualTo(Use.ALWAYS);
    assertThat(rule.of("paper.example", "live.paper.example")).isEqualTo(Use.AUTO);
    assertThat(rule.of("other.example", "other.example")).isEqualTo(Use.NEVER);
    assertThat(BrowserRule.of("paper.example always").of("other.example", "other.example"))
        .isEqualTo(Use.AUTO);
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(BrowserRule.problem("auto, paper.example always")).isEmpty();
    assertThat(BrowserRule.problem("sometimes")).contains("auto, never or always");
    assertThat(BrowserRule.problem("")).contains("auto, never or always");
    assertThat(BrowserRule.problem("auto, never")).contains("two things");
    assertThat(BrowserRule.problem("a.example always, a.example never")).contains("two things");
    assertThat(BrowserRule.problem("a.example always never")).contains("too many words");
    assertThat(BrowserRule.problem("https://a.example/x always")).contains("no host name");
  }
}
