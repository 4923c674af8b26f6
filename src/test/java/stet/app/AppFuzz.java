package stet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** What a person writes for stet. */
public final class AppFuzz {
  private AppFuzz() {}

  /**
   * @param scratch a folder for the files
   */
  public static List<FuzzTarget> targets(Path scratch) {
    return List.of(
        new FuzzTarget(
            "settings",
            1_000,
            Seeds.texts(
                "[report]\ntitle = \"Harbour\"\nzone = \"Europe/Berlin\"\n[fetch]\nmin-delay = 5\n"
                    + "contact = 'https://portaldercourier.example'\n[archive.a]\nraw = \"b\"\n",
                "lock.wait = 10\nimport.max-size = 1048576\nwatch.keenness = 1.5\n"),
            words(),
            in -> settings(scratch.resolve("settings"), in)),
        new FuzzTarget(
            "site-rules",
            1_000,
            Seeds.texts(
                "[\"news.example\"]\nheadline = \"h1.story-title\"\nbody = \"div.story\"\n"
                    + "remove = [\"div.promo\", \".newsletter\"]\npublished = \"time.first\"\n"),
            List.of(
                "[\"a\"]\n",
                "body = ",
                "\"",
                ":has(",
                ":not(",
                ")",
                ":matches(",
                ">",
                "[a~=b]",
                "[[",
                "]]",
                "'''",
                "\n",
                "\\u0000",
                "= {"),
            in -> rules(scratch.resolve("rules"), in)),
        new FuzzTarget(
            "search-query",
            1_000,
            Seeds.texts(
                "harbour crane*", "“The harbour closes … before the winter”\nsaid [...] no"),
            List.of("*", "...", "…", "[…]", "\n", "\"", "東京", "ﷺ", "\u0001", "-"),
            AppFuzz::query));
  }

  private static void query(byte[] input) {
    String text = Seeds.text(input);
    try {
      assertThat(SearchQuery.quotation(text)).isNotEmpty();
      assertThat(SearchQuery.phrase(text)).hasSize(1);
    } catch (AppException e) {
      assertThat(e.problem()).isEqualTo(AppException.Problem.INVALID);
    }
  }

  private static List<String> words() {
    List<String> words =
        new ArrayList<>(
            List.of("[", "]", "[[", "\"", "'''", "=", "\n", "{", "}", ".", "1979-05-27", "inf"));
    for (SettingKey key : SettingKey.values()) {
      words.add(key.id() + " = ");
    }
    return words;
  }

  private static void settings(Path home, byte[] input) throws IOException {
    Files.createDirectories(home);
    Files.write(home.resolve(Settings.FILE), input);
    Settings settings;
    try {
      settings = Settings.read(home);
    } catch (AppException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      return;
    }
    assertThat(settings.lockWait()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(settings.zone()).isNotNull();
    assertThat(settings.fetching()).isNotNull();
    assertThat(settings.watching()).isNotNull();
    assertThat(settings.report("stet")).isNotNull();
    assertThat(settings.maxSize()).isPositive();
  }

  private static void rules(Path folder, byte[] input) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.write(folder.resolve("rules.toml"), input);
    try {
      assertThat(RulesFile.read(file)).isNotNull();
    } catch (AppException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }
}
