package stet.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.json.Serializer;
import nu.validator.messages.JsonMessageEmitter;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The checker of {@link EmbeddedValidator}, which reads the schemas of HTML anew for every page,
 * with the schemas kept: reading them takes longer than checking a page does.
 */
final class KeptValidator {
  private final SimpleDocumentValidator validator;

  KeptValidator() {
    // Its guess at the language of a short page is no rule of HTML.
    boolean guessLanguage = false;
    validator = new SimpleDocumentValidator(true, false, guessLanguage);
    try {
      validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new SystemErrErrorHandler());
    } catch (Exception e) {
      throw new IllegalStateException("the schemas of HTML cannot be read", e);
    }
  }

  /**
   * What it says of a page, in JSON. What it quotes of the page's source is not to be relied on: it
   * mixes pages that were read by the same schemas.
   */
  synchronized String validate(InputStream page) throws IOException, SAXException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SourceCode source = validator.getSourceCode();
    MessageEmitterAdapter messages =
        new MessageEmitterAdapter(
            null,
            source,
            true,
            new ImageCollector(source),
            0,
            true,
            new JsonMessageEmitter(new Serializer(out), null, false, null));
    messages.setErrorsOnly(false);
    messages.setHtml(true);
    messages.start(null);
    validator.setUpValidatorAndParsers(messages, false, false);
    validator.checkHtmlInputSource(new InputSource(page));
    messages.end("", "", "");
    return out.toString(UTF_8);
  }
}
