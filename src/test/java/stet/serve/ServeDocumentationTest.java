package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.json.StetSchema;
import tools.jackson.databind.JsonNode;

/** What docs/SERVE.md has programs ask for is answered. */
class ServeDocumentationTest {
  private static final String SERVER = "http://127.0.0.1:8080";
  private static final Pattern CURL = Pattern.compile("(?m)^\\$ curl (.+)$");
  private static final Pattern WORD = Pattern.compile("(?:(-[Hd]) )?'([^']*)'");

  @TempDir Path home;

  @Test
  void everyCommandIsAnswered() throws IOException {
    String page =
        Files.readString(Path.of("docs/SERVE.md")).split("## For programs")[1].split("\n## ")[0];
    try (Served served = Served.sample(home)) {
      String key = keyOfThreeVersions(served);
      Matcher curl = CURL.matcher(page);
      int commands = 0;
      while (curl.find()) {
        HttpResponse<String> response = ask(served, curl.group(1).replace("KEY", key));
        assertThat(response.statusCode()).as(curl.group()).isEqualTo(200);
        assertThat(StetSchema.objects(response.body())).as(curl.group()).isNotEmpty();
        commands++;
      }
      assertThat(commands).isGreaterThan(15);
      assertThat(served.faults()).isEmpty();
    }
  }

  private static String keyOfThreeVersions(Served served) throws IOException {
    String articles = served.get("/api/v1/articles").body();
    for (JsonNode article : StetSchema.objects(articles).get(0).path("articles")) {
      if (article.at("/counts/versions").asInt() >= 3) {
        return article.at("/article/key").asString();
      }
    }
    throw new AssertionError("no article with three versions");
  }

  private static HttpResponse<String> ask(Served served, String command) throws IOException {
    Matcher words = WORD.matcher(command);
    String address = "";
    String data = "";
    StringBuilder headers = new StringBuilder();
    while (words.find()) {
      String option = words.group(1) == null ? "" : words.group(1);
      switch (option) {
        case "-H" -> headers.append(words.group(2).replace(": ", "\n")).append('\n');
        case "-d" -> data = words.group(2);
        default -> address = words.group(2);
      }
    }
    assertThat(address).startsWith(SERVER);
    String[] all = headers.isEmpty() ? new String[0] : headers.toString().split("\n");
    HttpRequest.Builder request = served.request(address.substring(SERVER.length()), all);
    return served.send(
        data.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(data)));
  }
}
