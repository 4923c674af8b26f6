package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.discovery.DiscoveryReader;
import stet.fetch.discovery.HubLinks;
import stet.notify.Channel;
import stet.notify.Delivery.Later;
import stet.notify.Delivery.Sent;
import stet.notify.Message;
import stet.notify.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds of alerts, read by another's reader. */
class FeedChannelTest {
  @TempDir Path home;

  private static Message message(int number) {
    Message one = Messages.silent();
    return new Message(
        "%032x".formatted(number),
        one.kind(),
        "silent-headlines",
        one.site(),
        "Edit " + number,
        one.reason(),
        one.entries(),
        0,
        one.at().plus(Duration.ofMinutes(number)),
        one.zone());
  }

  private JsonNode json() throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(home.resolve("reports/alerts/silent-headlines.json")));
  }

  private SyndFeed read(String name) throws Exception {
    return new SyndFeedInput()
        .build(new XmlReader(home.resolve("reports/alerts/silent-headlines" + name).toFile()));
  }

  @Test
  void theNewestHundredAreThereOnceInEachForm() throws Exception {
    Channel channel = new Desk(home, "feed").channel();
    for (int i = 1; i <= 103; i++) {
      assertThat(channel.deliver(message(i), "")).isEqualTo(new Sent(""));
    }
    channel.deliver(message(103), "");
    channel.deliver(message(50), "");
    for (String name : List.of(".xml", ".atom")) {
      SyndFeed feed = read(name);
      assertThat(feed.getEntries()).as(name).hasSize(100);
      assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Edit 103");
      assertThat(feed.getEntries().get(0).getUri())
          .isEqualTo("urn:stet:alert:" + "%032x".formatted(103));
      assertThat(feed.getEntries().get(0).getLink())
          .isEqualTo("https://watch.example/a/k7f3/r2.html");
      assertThat(feed.getEntries().get(99).getTitle()).isEqualTo("Edit 4");
    }
    assertThat(read(".xml").getFeedType()).isEqualTo("rss_2.0");
    assertThat(read(".xml").getLink()).isEqualTo("https://watch.example/index.html");
    assertThat(json().path("items").size()).isEqualTo(100);
    assertThat(json().path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    try (var files = Files.list(home.resolve("reports/alerts"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "silent-headlines.xml", "silent-headlines.atom", "silent-headlines.json");
    }
  }

  @Test
  void whatAPageSaysStaysAText() throws Exception {
    Message hostile = Messages.saying("</title><script>alert(1)</script>]]>\u0000\u202e");
    assertThat(new Desk(home, "feed").channel().deliver(hostile, "")).isEqualTo(new Sent(""));
    Path file;
    try (var files = Files.list(home.resolve("reports/alerts"))) {
      file = files.filter(f -> f.toString().endsWith(".xml")).findFirst().orElseThrow();
    }
    assertThat(file.getFileName().toString()).matches("[a-z0-9-]+\\.xml");
    SyndFeed feed = new SyndFeedInput().build(new XmlReader(file.toFile()));
    assertThat(feed.getEntries()).hasSize(1);
    assertThat(feed.getEntries().get(0).getDescription().getValue()).doesNotContain("<script");
  }

  @Test
  void rulesOfOneNameInLettersHaveTwoFeeds() {
    assertThat(FeedChannel.slug("silent-headlines")).isEqualTo("silent-headlines");
    assertThat(FeedChannel.slug("Silent headlines")).matches("silent-headlines-[0-9a-f]{8}");
    assertThat(FeedChannel.slug("../../etc/passwd")).matches("etc-passwd-[0-9a-f]{8}");
    assertThat(FeedChannel.slug("規則")).matches("[0-9a-f]{8}");
  }

  @Test
  void whereNothingCanBeWrittenItIsToldLater() throws Exception {
    Files.writeString(home.resolve("reports"), "a file");
    assertThat(new Desk(home, "feed").channel().deliver(message(1), "")).isInstanceOf(Later.class);
  }

  @Test
  void aFeedThatIsDamagedIsNotOverwritten() throws Exception {
    Files.createDirectories(home.resolve("reports/alerts"));
    Path file = home.resolve("reports/alerts/silent-headlines.json");
    Files.writeString(file, "{\"items\": [{\"id\"");
    assertThat(new Desk(home, "feed").channel().deliver(message(1), "")).isInstanceOf(Later.class);
    assertThat(file).hasContent("{\"items\": [{\"id\"");
  }

  @Test
  void aHubIsNamedAndToldOfWhatChanged() throws Exception {
    List<List<String>> told = new ArrayList<>();
    Desk desk = new Desk(home, "feed");
    desk.announcer =
        new Announcer() {
          @Override
          public String hub() {
            return "https://hub.example/?a=1&b=2";
          }

          @Override
          public void changed(List<String> feeds) {
            told.add(feeds);
          }
        };
    Channel channel = desk.channel();
    channel.deliver(message(1), "");
    channel.deliver(message(1), "");
    channel.deliver(message(2), "");
    List<String> all =
        Stream.of(".xml", ".atom", ".json").map(e -> "alerts/silent-headlines" + e).toList();
    assertThat(told).containsExactly(all, List.of(), all);
    for (String name : all) {
      byte[] bytes = Files.readAllBytes(home.resolve("reports").resolve(name));
      HubLinks links = DiscoveryReader.read(bytes, "", "https://mirror.example/").hubLinks();
      assertThat(links)
          .isEqualTo(new HubLinks("https://watch.example/" + name, List.of(desk.announcer.hub())));
    }
  }
}
