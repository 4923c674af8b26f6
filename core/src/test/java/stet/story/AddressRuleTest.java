package stet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.story.AddressRule.Link;

class AddressRuleTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/news/bridge-shut-today, https://a.example/, FRONT_PAGE",
    "https://a.example/news/bridge-shut-today, https://a.example/index.html, FRONT_PAGE",
    "http://a.example/news/bridge, https://www.a.example/news/bridge/, VARIANT",
    "https://m.a.example/news/bridge, https://a.example/news/bridge, VARIANT",
    "https://a.example/amp/news/bridge, https://a.example/news/bridge, VARIANT",
    "https://a.example/news/bridge.amp.html, https://a.example/news/bridge.html, VARIANT",
    "https://a.example/news/bridge?amp=1, https://a.example/news/bridge, VARIANT",
    "https://a-example.cdn.ampproject.org/c/s/a.example/news/bridge, https://a.example/news/bridge,"
        + " VARIANT",
    "https://www.google.co.uk/amp/s/a.example/news/bridge/amp, https://a.example/news/bridge,"
        + " VARIANT",
    "https://a.example/bridge-1a?id=12, https://a.example/bridge-1a, OTHER_STORY",
    "https://a.example/x?id=12, https://a.example/x?id=13, OTHER_STORY",
    "https://a.example/news/x?id=12, https://a.example/news/x, SECTION",
    "https://a.example/world/bridge-shut-after-crack, https://b.example/world/other-story-of-day,"
        + " OTHER_SITE",
    "https://old.example/world/bridge-shut-after-crack,"
        + " https://new.example/world/bridge-shut-after-crack, SAME_PATH",
    "https://a.example/world/bridge-shut-after-crack?from_page=x,"
        + " https://a.example/world/bridge-shut-after-crack, SAME_PATH",
    "https://a.example/world/bridge-shut-after-crack, https://a.example/politics, SECTION",
    "https://a.example/world/bridge-shut-after-crack, https://a.example/world/europe, SECTION",
    "https://a.example/world/bridge-shut-1234567,"
        + " https://a.example/world/harbour-closed-1234567, SAME_NUMBER",
    "https://a.example/20260314/bridge-shut, https://a.example/20260314/mayor-out-of-office,"
        + " OTHER_STORY",
    "https://a.example/world/bridge-shut-after-crack,"
        + " https://a.example/world/bridge-shut-after-crack-found, SAME_SLUG",
    "https://a.example/world/bridge-shut-after-crack, https://a.example/world/mayor-cleared-of-all,"
        + " OTHER_STORY",
  })
  void theFirstRuleThatSpeaksDecides(String from, String to, AddressRule rule) {
    assertThat(AddressRule.judge(from, to, Link.REDIRECT)).contains(rule);
  }

  /** Outlets of one house, and agencies' customers, name each other's copies as canonical. */
  @Test
  void aCanonicalLinkToAnotherSiteJoinsNothing() {
    String here = "https://a.example/world/bridge-shut-after-crack";
    String there = "https://b.example/world/bridge-shut-after-crack";
    assertThat(AddressRule.judge(here, there, Link.CANONICAL)).contains(AddressRule.OTHER_SITE);
    assertThat(AddressRule.judge(here, there, Link.REDIRECT)).contains(AddressRule.SAME_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "?utm_source=a&utm_campaign=b, ''",
    "?at_medium=RSS&at_campaign=KARANGA, ''",
    "?FBCLID=x, ''",
    "?id=1&gclid=2, ?id=1",
    "?mc_cid=1&id=2&mc_eid=3, ?id=2",
    "?ns_source=a&xtor=b&wt.mc_id=c&CMP=d, ''",
    "?attachment=4, ?attachment=4",
    "?p=4&page=2, ?p=4&page=2",
    "?gclidx=2, ?gclidx=2",
  })
  void whereAReaderCameFromIsNoPartOfTheAddress(String query, String kept) {
    assertThat(ArticleIdentity.normalise("https://a.example/x" + query))
        .isEqualTo("https://a.example/x" + kept);
  }

  @Test
  void aSessionInThePathIsNoOtherAddress() {
    assertThat(
            ArticleIdentity.normalise("https://a.example/x.html;jsessionid=0F.1_c2?a=1&fbclid=2"))
        .isEqualTo("https://a.example/x.html?a=1");
  }

  @Test
  void anAddressIsNotJudgedAgainstItselfOrAgainstNoAddress() {
    String story = "https://a.example/story";
    assertThat(AddressRule.judge(story, story, Link.REDIRECT)).isEqualTo(Optional.empty());
    assertThat(AddressRule.judge(story, "mailto:desk@a.example", Link.REDIRECT)).isEmpty();
    assertThat(AddressRule.judge("urn:stet:file:x", story, Link.CANONICAL)).isEmpty();
    assertThat(AddressRule.judge(story, "https://", Link.REDIRECT)).isEmpty();
  }
}
