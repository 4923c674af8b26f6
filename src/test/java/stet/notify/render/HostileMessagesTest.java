package stet.notify.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.notify.Message;
import stet.notify.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a page says, in every way of telling it stays a text. */
class HostileMessagesTest {
  private static final Pattern ACTS =
      Pattern.compile(
          "[@#＠＃][\\p{L}\\p{N}_]|[a-z]://|\\bwww\\.|evil\\.example|discord\\.gg|mailto:a|:wave:|<[^\\s\u2060]|xmpp:a");
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029]|[\\ud800-\\udfff]");

  private static List<Message> messages() {
    return HostileTexts.ALL.stream().map(Messages::saying).toList();
  }

  private static void words(String text) {
    String own =
        text.replaceAll("https://paper\\.example/\\S*|https://evil\\.example\\S*%\\S*", "");
    assertThat(ACTS.matcher(own).find()).as(text).isFalse();
    assertThat(CONTROL.matcher(own).find()).as(text).isFalse();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void plainText(Message message) {
    String text = PlainText.of(message);
    words(text);
    assertThat(text.length()).isLessThan(40_000);
    assertThat(PlainText.heading(message)).doesNotContain("\n");
    String marks = text.replaceAll("(?s)\\[-.*?-\\]|\\{\\+.*?\\+\\}", "");
    assertThat(marks).doesNotContain("[-", "-]", "{+", "+}");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void mail(Message message) {
    String html = MailHtml.of(message);
    Document document = Jsoup.parse(html);
    tags(
        document.body(),
        Set.of("body", "div", "h1", "h2", "p", "strong", "blockquote", "ins", "del", "a"));
    assertThat(document.select("style")).hasSize(1);
    assertThat(document.title()).isEqualTo(PlainText.subject(message).strip());
    words(document.body().wholeText());
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
    tags(
        Jsoup.parseBodyFragment(MailHtml.fragment(message)).body(),
        Set.of("body", "div", "h2", "p", "strong", "blockquote", "ins", "del", "a"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void matrix(Message message) {
    String html = MatrixHtml.of(message);
    Document document = Jsoup.parseBodyFragment(html);
    tags(document.body(), Set.of("body", "h4", "hr", "p", "strong", "blockquote", "del", "a"));
    words(document.body().wholeText());
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(45_000);
  }

  private static void tags(Element body, Set<String> allowed) {
    Set<String> found = new TreeSet<>();
    body.getAllElements().forEach(e -> found.add(e.tagName()));
    assertThat(allowed).containsAll(found);
    Set<String> attributes = new TreeSet<>();
    body.getAllElements().forEach(e -> e.attributes().forEach(a -> attributes.add(a.getKey())));
    assertThat(Set.of("href", "style", "class", "dir", "lang")).containsAll(attributes);
    body.select("a").forEach(a -> address(a.attr("href")));
  }

  private static void address(String uri) {
    assertThat(uri).matches("https?://[A-Za-z0-9._-]+[A-Za-z0-9._~/?#@!$&+,;=:%-]*");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void slack(Message message) {
    JsonNode body = json(SlackMessage.of(message));
    String text = body.path("text").asString();
    assertThat(text.replaceAll("&(amp|lt|gt);", "")).doesNotContain("<", ">", "&");
    words(text);
    assertThat(body.path("blocks").size()).isLessThanOrEqualTo(50);
    assertThat(body.at("/blocks/0/text/text").asString().length()).isBetween(0, 150);
    assertThat(body.toString()).doesNotContain("mrkdwn");
    for (JsonNode text2 : found(body.path("blocks"), "text")) {
      if (text2.isString()) {
        words(text2.asString());
        assertThat(text2.asString().length()).isLessThan(3_000);
      }
    }
    found(body, "url").forEach(u -> address(u.asString()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void teams(Message message) {
    String body = TeamsCard.of(message);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(28_000);
    for (JsonNode kind : found(json(body).path("attachments"), "type")) {
      assertThat(kind.asString())
          .isIn("AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
    }
    found(json(body), "text").forEach(t -> words(t.asString()));
    assertThat(found(json(body), "strikethrough").isEmpty()).isEqualTo(message.title().isBlank());
    found(json(body), "url").forEach(u -> address(u.asString()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void mattermost(Message message) {
    String text = Markdown.MATTERMOST.of(message, 4_000);
    assertThat(text.length()).isBetween(700, 4_000);
    markdown(text);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void discord(Message message) {
    JsonNode body = json(DiscordMessage.of(message));
    assertThat(body.at("/allowed_mentions/parse").size()).isZero();
    assertThat(body.path("content").asString().length()).isLessThanOrEqualTo(2_000);
    markdown(body.path("content").asString());
    int all = 0;
    assertThat(body.path("embeds").size()).isLessThanOrEqualTo(10);
    for (JsonNode embed : body.path("embeds")) {
      String description = embed.path("description").asString();
      String footer = embed.at("/footer/text").asString("");
      assertThat(description.length()).isBetween(1, 4_096);
      assertThat(footer.length()).isLessThanOrEqualTo(2_048);
      all += description.length() + footer.length();
      markdown(description);
      words(footer);
    }
    assertThat(all).isLessThanOrEqualTo(6_000);
    assertThat(body.at("/embeds/0/description").asString()).doesNotContain("not shown here");
  }

  /** The strictest reader that there is finds none of these beside ours. */
  private static void markdown(String text) {
    List<String> found = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                address(link.getDestination());
                assertThat(link.getDestination()).doesNotStartWith("https://evil.example/x");
              }

              @Override
              public void visit(Image image) {
                found.add("image");
              }

              @Override
              public void visit(Code code) {
                found.add("code");
              }

              @Override
              public void visit(Emphasis emphasis) {
                found.add("emphasis");
              }

              @Override
              public void visit(FencedCodeBlock code) {
                found.add("fenced code");
              }

              @Override
              public void visit(IndentedCodeBlock code) {
                found.add("indented code");
              }

              @Override
              public void visit(Heading heading) {
                found.add("heading");
              }

              @Override
              public void visit(HtmlInline html) {
                found.add("html");
              }

              @Override
              public void visit(HtmlBlock html) {
                found.add("html block");
              }

              @Override
              public void visit(BulletList list) {
                found.add("list");
              }

              @Override
              public void visit(OrderedList list) {
                found.add("numbered list");
              }

              @Override
              public void visit(ThematicBreak rule) {
                found.add("rule");
              }
            });
    assertThat(found).as(text).isEmpty();
    words(text.replaceAll("\\]\\(\\S*\\)", "]").replaceAll("\\\\(?=[^A-Za-z0-9\\s])", ""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shortPosts(Message message) {
    for (Message each : List.of(message, alone(message))) {
      ShortPost tooted = ShortPost.withAddress(each, 500, 23);
      words(tooted.text().replaceFirst("\nhttps?://\\S+$", ""));
      String counted = tooted.text().replaceAll("https?://\\S+$", "x".repeat(23));
      assertThat(Graphemes.count(counted)).isLessThanOrEqualTo(500);
      ShortPost posted = ShortPost.withFacets(each, 300);
      words(posted.text().replaceFirst("\n\\S+$", ""));
      byte[] bytes = posted.text().getBytes(StandardCharsets.UTF_8);
      assertThat(Graphemes.count(posted.text())).isBetween(1, 300);
      for (ShortPost.Link link : posted.links()) {
        address(link.uri());
        String shown =
            new String(bytes, link.start(), link.end() - link.start(), StandardCharsets.UTF_8);
        assertThat(link.uri()).contains(shown.replace("…", ""));
      }
    }
  }

  private static Message alone(Message message) {
    return new Message(
        message.id(),
        message.kind(),
        message.rule(),
        message.site(),
        message.title(),
        message.reason(),
        message.entries().subList(0, 1),
        0,
        message.at(),
        message.zone());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<JsonNode> found(JsonNode node, String name) {
    return node.findValues(name);
  }
}
