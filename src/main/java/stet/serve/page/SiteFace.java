package stet.serve.page;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.json.StetJson;
import stet.report.page.Frame;
import stet.report.page.live.LoginView;
import stet.report.page.live.MessageView;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.Face;
import stet.serve.http.HttpProblem;
import stet.sqlite.DatabaseException;
import stet.text.Capitals;
import stet.track.CollectionException;

/** What is said where there is no page to show. */
public final class SiteFace implements Face {
  private final Site site;
  private final Consumer<Exception> log;

  /**
   * @param log is told of the program's own faults
   */
  public SiteFace(Site site, Consumer<Exception> log) {
    this.site = site;
    this.log = log;
  }

  @Override
  public Answer refusal(@Nullable Asked asked, HttpProblem problem, boolean html) {
    if (html && asked != null) {
      String title = title(problem.status());
      Frame frame = site.frame(asked, title);
      byte[] page = Site.render("message", new MessageView(frame, title, problem.detail()));
      return Answer.of(problem.status(), Answer.HTML, page);
    }
    byte[] json =
        StetJson.problem(problem.status(), title(problem.status()), problem.detail()).bytes();
    return Answer.of(problem.status(), "application/problem+json", json);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "That makes no sense here";
      case 401 -> "Log in first";
      case 403 -> "Not allowed";
      case 404 -> "Not here";
      case 408 -> "Too slow";
      case 413 -> "Too long";
      case 415 -> "Of another kind";
      case 422 -> "That cannot be taken";
      case 429 -> "Too often";
      case 503 -> "Not just now";
      default -> status >= 500 ? "Something went wrong" : "That cannot be done";
    };
  }

  @Override
  public Answer login(Asked asked, String wrong) {
    Frame frame = site.frame(asked, "Log in");
    byte[] page = Site.render("login", new LoginView(frame, asked.formToken(), wrong));
    return Answer.of(wrong.isEmpty() ? 200 : 401, Answer.HTML, page);
  }

  private static HttpProblem problem(AppException told) {
    int status =
        switch (told.problem()) {
          case INVALID -> 400;
          case NOT_FOUND -> 404;
          case FAILED -> 500;
        };
    return new HttpProblem(status, Capitals.first(told.getMessage()) + ".");
  }

  @Override
  public HttpProblem problem(Exception thrown) {
    if (thrown instanceof AppException told) {
      return problem(told);
    } else if (thrown instanceof CollectionException || thrown instanceof DatabaseException) {
      log.accept(thrown);
      return new HttpProblem(503, "The collection cannot be read just now. Try again.");
    } else if (thrown instanceof java.io.IOException || thrown instanceof UncheckedIOException) {
      log.accept(thrown);
      return new HttpProblem(500, "What was asked for cannot be read.");
    }
    log.accept(thrown);
    return new HttpProblem(500, "The program failed here. Its log says where.");
  }
}
