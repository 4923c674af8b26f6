package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.read.Extractors;

class SiteRulesTest {
  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="en"><head><title>Ellery Chronicle</title></head><body>
      <h1>Ellery Chronicle, the paper of the harbour</h1><div class="hed">Ferry sails again</div>
      <span class="first">14 March 2026, 06:02 UTC</span>
      <div class="text"><p>The first ferry left the old town quay this evening with sixty people on
      board, many of them students from the harbour school.</p>
      <div class="promo"><p>The harbour walk: our guide to the twelve finest views of the old town and
      its bridges is on sale in every kiosk of the city.</p></div></div>
      <div class="other"><p>The council has closed the swing bridge to all traffic after inspectors
      found a crack in one of its bearings during the night.</p></div></body></html>
      """;
  private static final String RULES =
      """
      ["chronicle.example"]
      headline = ".hed"
      body = "div.text"
      remove = [".promo", ".nowhere"]
      published = ".first"
      """;

  private static Extraction.Article read(String uri, SiteRules rules) {
    byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
    Instant at = Instant.parse("2026-04-01T00:00:00Z");
    return (Extraction.Article)
        Extractors.with(rules).extract(new Page(uri, "text/html", at, "", bytes));
  }

  @Test
  void readsThePageAsTheRulesSay() {
    Extraction.Article article =
        read("https://www.chronicle.example/ferry", SiteRules.parse(RULES));
    ArticleVersion version = article.version();
    assertThat(version.headline()).isEqualTo("Ferry sails again");
    assertThat(version.body())
        .extracting(Block::text)
        .singleElement()
        .asString()
        .startsWith("The first ferry");
    assertThat(version.published().orElseThrow().iso()).isEqualTo("2026-03-14T06:02Z");
    assertThat(article.evidence())
        .anySatisfy(
            e -> assertThat(e.detail()).contains("body = [div.text] of 'chronicle.example'"));
  }

  @Test
  void leavesOtherSitesAlone() {
    SiteRules rules = SiteRules.parse(RULES);
    ArticleVersion other = read("https://chronicle.example.net/ferry", rules).version();
    ArticleVersion plain = read("https://chronicle.example.net/ferry", SiteRules.none()).version();
    assertThat(other.body()).isEqualTo(plain.body()).hasSizeGreaterThan(1);
    assertThat(other.headline()).isEqualTo(plain.headline());
  }

  @Test
  void rulesThatFindNothingLeaveThePageToTheGeneralOnesAndSaySo() {
    SiteRules rules = SiteRules.parse("[\"chronicle.example\"]\nbody = \"div.gone\"\n");
    Extraction.Article article = read("https://chronicle.example/ferry", rules);
    assertThat(article.version().body()).isNotEmpty();
    assertThat(article.evidence())
        .anySatisfy(e -> assertThat(e.detail()).endsWith("nothing on this page"));
  }

  @Test
  void changesTheExtractorsVersionWithItsWords() {
    String plain = Extractors.standard().version();
    String ruled = Extractors.with(SiteRules.parse(RULES)).version();
    String other =
        Extractors.with(SiteRules.parse(RULES.replace("div.text", "div.other"))).version();
    assertThat(ruled).startsWith(plain + "+rules.").isNotEqualTo(other);
    assertThat(Extractors.with(SiteRules.parse("# comment\n" + RULES)).version())
        .as("comments are no rules")
        .isEqualTo(ruled);
    assertThat(Extractors.with(SiteRules.parse("")).version()).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = 1 | 'x' is no table",
        "[\"a.example\"]\\ntitle = \"h1\" | 'a.example': no rule 'title'; there are body, headline",
        "[\"a.example\"]\\nbody = \"p:matches((a+)+)\" | regular expressions are not taken",
        "[\"a.example\"]\\nbody = \"[class~=(a+)+b]\" | regular expressions are not taken",
        "[\"a.example\"]\\nbody = \"div[\" | 'div[' is no CSS selector",
        "[\"a.example\"]\\nbody = [] | must be a selector",
        "[[ | the rules are no TOML"
      })
  void saysWhatIsWrong(String toml, String message) {
    assertThatThrownBy(() -> SiteRules.parse(toml.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
