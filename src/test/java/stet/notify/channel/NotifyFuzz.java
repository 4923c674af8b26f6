package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.Messages;
import stet.notify.channel.web.HttpReply;
import stet.notify.render.DiscordMessage;
import stet.notify.render.MailHtml;
import stet.notify.render.Markdown;
import stet.notify.render.MatrixHtml;
import stet.notify.render.PlainText;
import stet.notify.render.ShortPost;
import stet.notify.render.SlackMessage;
import stet.notify.render.TeamsCard;
import tools.jackson.core.JacksonException;

/** Answers of servers that are told, words of pages that are told on. */
public final class NotifyFuzz {
  private NotifyFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "channel-answers",
            700,
            Seeds.texts(
                "429\n120\n{\"retry_after\": 2.5, \"error\": \"busy\"}",
                "302\nhttps://paper.example/x\n",
                "200\nSat, 14 Mar 2026 14:00:00 GMT\n{\"id\": \"1\"}"),
            List.of("retry_after_ms", "1e999", "-1", "null", "\u202e", "Retry-After", "{", "[["),
            NotifyFuzz::answer),
        new FuzzTarget(
            "alert-texts",
            100,
            Seeds.texts(
                "Bridge to reopen in May", "@everyone <!channel> [x](https://evil.example)"),
            List.of(
                "@",
                "://",
                "[-",
                "+}",
                "\u2060",
                "\u202e",
                "\r\n",
                "**",
                "~~",
                "&lt;",
                "<b>",
                "👨‍👩‍👧"),
            NotifyFuzz::text));
  }

  private static void answer(byte[] input) {
    String[] parts = Seeds.text(input).split("\n", 3);
    String value = parts.length > 1 ? parts[1] : "";
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("Retry-After", List.of(value), "Location", List.of(value)), (n, v) -> true);
    int status = parts[0].matches("[1-5][0-9][0-9]") ? Integer.parseInt(parts[0]) : 503;
    byte[] body = (parts.length > 2 ? parts[2] : "").getBytes(StandardCharsets.UTF_8);
    Delivery delivery =
        new HttpReply("paper.example", status, headers, body, List.of(), Messages.AT).delivery("");
    if (delivery instanceof Delivery.Later later) {
      assertThat(later.why()).hasSizeLessThan(1_500).doesNotContain("\n", "\u202e");
      if (later.notBefore() != null) {
        assertThat(later.notBefore()).isBetween(Messages.AT, Messages.AT.plusSeconds(24 * 60 * 60));
      }
    } else if (delivery instanceof Delivery.Refused refused) {
      assertThat(refused.why()).hasSizeLessThan(1_500).doesNotContain("\n", "\u202e");
    }
  }

  private static void text(byte[] input) throws JacksonException {
    Message message = Messages.saying(Seeds.text(input));
    assertThat(PlainText.subject(message)).hasSizeLessThan(2_500).doesNotContain("\n", "\r");
    assertThat(PlainText.of(message)).doesNotContain("\r", "\u202e");
    assertThat(MailHtml.of(message)).doesNotContain("<script", "<img");
    assertThat(MatrixHtml.of(message).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(36_001);
    assertThat(SlackMessage.of(message)).doesNotContain("<!", "\"mrkdwn\"");
    assertThat(TeamsCard.of(message).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(27_001);
    assertThat(Markdown.MATTERMOST.of(message, 4_000)).hasSizeLessThan(4_001);
    assertThat(DiscordMessage.of(message)).contains("\"allowed_mentions\":{\"parse\":[]}");
    for (ShortPost.Link link : ShortPost.withFacets(message, 300).links()) {
      assertThat(link.uri()).matches("https?://[!-~]+");
    }
  }
}
