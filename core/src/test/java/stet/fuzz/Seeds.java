package stet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sound inputs to begin with. */
public final class Seeds {
  private Seeds() {}

  /** One for each text, in UTF-8. */
  public static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(t -> t.getBytes(UTF_8)).toList();
  }

  /** The pages of the golden cases of that ending; all are fictional. */
  public static List<byte[]> pages(String ending) {
    try (Stream<Path> files = Files.walk(Path.of("core/src/test/resources/cases/extract"))) {
      return files
          .filter(f -> f.toString().endsWith("page" + ending))
          .sorted()
          .map(Seeds::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Deflated, as RFC 1951 alone or within RFC 1950. */
  public static byte[] deflate(byte[] plain, boolean raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
    try (DeflaterOutputStream in = new DeflaterOutputStream(out, deflater)) {
      in.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** A zip file with one entry, stored as WACZ asks for or deflated. */
  public static byte[] zip(String name, byte[] content, boolean stored) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      if (stored) {
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The text of an input. The control characters 1 and 2 stand for the halves of a surrogate pair,
   * which UTF-8 cannot write alone and JSON can.
   */
  public static String text(byte[] input) {
    return new String(input, UTF_8).replace('\u0001', '\ud83d').replace('\u0002', '\ude00');
  }
}
