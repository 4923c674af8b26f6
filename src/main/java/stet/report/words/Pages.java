package stet.report.words;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import stet.article.ArticleVersion;

/** Turns what a page shows into its bytes. */
public final class Pages {
  // Compiled with the program: nothing is compiled, and no template is read from disk, at run time.
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "stet.report.page");

  private Pages() {}

  public static byte[] render(String template, Object view) {
    return text(template, view).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(String template, Object view) {
    StringOutput out = new StringOutput();
    TEMPLATES.render(template + ".jte", view, out);
    return out.toString();
  }

  /** The headline, or what stands in its place. */
  public static String headline(ArticleVersion version) {
    return version.headline().isEmpty() ? "(no headline found)" : version.headline();
  }
}
