package stet.serve.api;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.app.Attribution;
import stet.app.Comparison;
import stet.json.JsonText;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.timeline.Timeline;
import stet.track.Collection;

/** One article: its timeline, a version, two of them compared, who brought which word. */
final class ArticleData {
  private static final String NUMBER = "([1-9][0-9]{0,6})";
  private static final Pattern TWO = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
  private static final Pattern TWIN =
      Pattern.compile("(?:([rv])" + NUMBER + "|" + NUMBER + "\\.\\." + NUMBER + ")\\.json");

  private final Site site;

  ArticleData(Site site) {
    this.site = site;
  }

  /** What is asked of an article's timeline. */
  private interface Question {
    JsonText of(Timeline timeline);
  }

  private Answer answer(Asked asked, String key, Question question) throws IOException {
    return site.answer(asked, "", c -> Answer.json(question.of(timeline(c, key)).line()));
  }

  private static Timeline timeline(Collection collection, String key) {
    return collection.timelines().of(Site.article(collection, key).id());
  }

  /** The timeline. */
  Answer timeline(Asked asked) throws IOException {
    return answer(asked, asked.path().get(3), StetJson::timeline);
  }

  /** A version. */
  Answer version(Asked asked) throws IOException {
    int number = number(asked.path().get(5));
    return answer(asked, asked.path().get(3), timeline -> version(timeline, number));
  }

  /** Two versions compared. */
  Answer diff(Asked asked) throws IOException {
    Matcher two = TWO.matcher(asked.path().get(5));
    if (!two.matches()) {
      throw new HttpProblem(400, "Two version numbers are needed, as in '2..5'.");
    }
    int from = Integer.parseInt(two.group(1));
    int to = Integer.parseInt(two.group(2));
    return answer(asked, asked.path().get(3), timeline -> comparison(timeline, from, to));
  }

  /** Which version brought each word of a version. */
  Answer blame(Asked asked) throws IOException {
    int number = number(asked.path().get(5));
    return answer(asked, asked.path().get(3), timeline -> blame(timeline, number));
  }

  /** Whether a file of an article's folder is one that is made here. */
  boolean has(String file) {
    return TWIN.matcher(file).matches();
  }

  /** What a page in the article's folder shows. */
  Answer twin(Asked asked) throws IOException {
    Matcher m = TWIN.matcher(asked.path().get(2));
    if (!m.matches()) {
      throw HttpProblem.notFound();
    }
    return answer(asked, asked.path().get(1), timeline -> twin(timeline, m));
  }

  private static JsonText twin(Timeline timeline, Matcher m) {
    if (m.group(1) == null) {
      return comparison(timeline, Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
    }
    int number = Integer.parseInt(m.group(2));
    return m.group(1).equals("v")
        ? version(timeline, number)
        : comparison(timeline, number - 1, number);
  }

  private static JsonText version(Timeline timeline, int number) {
    require(timeline, number);
    return StetJson.version(timeline.article(), timeline.versions().get(number - 1));
  }

  private static JsonText comparison(Timeline timeline, int from, int to) {
    require(timeline, from);
    require(timeline, to);
    Comparison found = Comparison.of(timeline, from, to);
    return StetJson.comparison(timeline.article(), found.before(), found.after(), found.revision());
  }

  private static JsonText blame(Timeline timeline, int number) {
    require(timeline, number);
    Attribution found = Attribution.of(timeline, number);
    return StetJson.blame(timeline, found.version(), found.walk());
  }

  private static int number(String text) {
    if (!text.matches(NUMBER)) {
      throw new HttpProblem(400, "A version has a number from 1.");
    }
    return Integer.parseInt(text);
  }

  private static void require(Timeline timeline, int version) {
    int versions = timeline.versions().size();
    if (version < 1 || version > versions) {
      throw new HttpProblem(
          404, "There is no version " + version + "; there are " + versions + ".");
    }
  }
}
