package stet.serve.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import stet.app.upload.Upload;
import stet.app.upload.Uploads;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Received;
import stet.serve.http.SentForm;

/** Files that are sent: as the content of a request, or in a form. */
public final class Intake {
  /** What a form is longer than the file in it. */
  private static final int FORM = 1 << 16;

  /** What a program that meant a form sends, and what it sends where nobody said anything. */
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "application/json");

  private final Uploads uploads;

  /** Takes in files as the collection's settings allow. */
  public Intake(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * Takes in the content of a request, of which its parameters and its media type tell.
   *
   * @throws HttpProblem when it is not taken
   */
  public Upload.Outcome content(Asked asked) throws IOException {
    String type = asked.header("Content-Type").orElse("");
    if (FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw new HttpProblem(415, "What is sent here is the file itself, with its media type.");
    }
    Received in = Received.of(asked, uploads.most());
    try (Upload upload = begin()) {
      in.transferTo(upload.out());
      return taken(
          upload.take(
              new Upload.Told(asked.query("name"), type, asked.query("url"), asked.query("time"))));
    }
  }

  /**
   * Takes in the file of a form, of which the form's other fields tell.
   *
   * @throws HttpProblem when it is not taken
   */
  Upload.Outcome form(Asked asked) throws IOException {
    Received in = Received.of(asked, uploads.most() + FORM);
    try (Upload upload = begin()) {
      SentForm form = SentForm.read(in, asked.header("Content-Type").orElse(""), upload.out());
      return taken(
          upload.take(
              new Upload.Told(
                  form.fileName(), form.fileType(), form.field("url"), form.field("time"))));
    }
  }

  private Upload begin() throws IOException {
    return uploads
        .begin()
        .orElseThrow(
            () -> new HttpProblem(503, "Another file is being taken in just now. Try again."));
  }

  private static Upload.Outcome taken(Upload.Outcome outcome) {
    if (outcome.isNothing()) {
      throw new HttpProblem(
          422, "Nothing of the file was taken: it " + outcome.refused().get(0) + ".");
    }
    return outcome;
  }
}
