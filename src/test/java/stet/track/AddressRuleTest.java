package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "https://a.example/world/bridge-shut-after-crack?ref_src=x,"
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
    assertThat(AddressRule.judge(from, to)).contains(rule);
  }

  @Test
  void anAddressIsNotJudgedAgainstItselfOrAgainstNoAddress() {
    String story = "https://a.example/story";
    assertThat(AddressRule.judge(story, story)).isEqualTo(Optional.empty());
    assertThat(AddressRule.judge(story, "mailto:desk@a.example")).isEmpty();
    assertThat(AddressRule.judge("urn:stet:file:x", story)).isEmpty();
    assertThat(AddressRule.judge(story, "https://")).isEmpty();
  }
}
