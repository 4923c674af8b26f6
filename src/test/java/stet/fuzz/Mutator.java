package stet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes inputs of a target's seeds, always the same one for the same number. */
final class Mutator {
  /** Larger inputs cost time and find no more. */
  static final int LARGEST = 1 << 16;

  private static final byte[] TELLING = {
    0,
    1,
    0x7f,
    (byte) 0x80,
    (byte) 0xff,
    (byte) 0xc0,
    (byte) 0xed,
    '\n',
    '\r',
    '\t',
    ' ',
    '"',
    '\'',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ':',
    ';',
    ',',
    '=',
    '%',
    '&',
    '\\',
    '/',
    '-',
    '.',
    '0',
    '9'
  };
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "007",
          "1e9",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999");

  private final FuzzTarget target;

  Mutator(FuzzTarget target) {
    this.target = target;
  }

  /** Input of that number; the first are the seeds themselves. */
  byte[] input(int number) {
    List<byte[]> seeds = target.seeds();
    if (number < seeds.size()) {
      return seeds.get(number).clone();
    }
    SplittableRandom random = new SplittableRandom(31L * target.name().hashCode() + number);
    byte[] input = seed(random);
    for (int step = 1 + random.nextInt(1 << random.nextInt(4)); step > 0; step--) {
      input = changed(input, random);
    }
    return input.length <= LARGEST ? input : Arrays.copyOf(input, LARGEST);
  }

  private byte[] seed(SplittableRandom random) {
    return target.seeds().get(random.nextInt(target.seeds().size())).clone();
  }

  private byte[] changed(byte[] input, SplittableRandom random) {
    int from = random.nextInt(input.length + 1);
    int length = Math.min(input.length - from, 1 + random.nextInt(1 << random.nextInt(10)));
    byte[] part = Arrays.copyOfRange(input, from, from + length);
    return switch (random.nextInt(12)) {
      case 0 -> flipped(input, from, random);
      case 1 -> replaced(input, from, 1, new byte[] {TELLING[random.nextInt(TELLING.length)]});
      case 2 -> replaced(input, from, length, new byte[0]);
      case 3 -> replaced(input, from, 0, part);
      case 4 -> replaced(input, random.nextInt(input.length + 1), length, part);
      case 5 -> replaced(input, from, length, other(random));
      case 6 -> Arrays.copyOf(input, from);
      case 7 -> replaced(input, from, length, noise(length, random));
      case 8 -> replaced(input, from, 0, repeated(part, random));
      case 9 -> renumbered(input, from, random);
      default -> replaced(input, from, random.nextInt(2) * length, word(random));
    };
  }

  private static byte[] flipped(byte[] input, int at, SplittableRandom random) {
    if (at < input.length) {
      input[at] ^= (byte) (1 << random.nextInt(8));
    }
    return input;
  }

  private static byte[] replaced(byte[] input, int from, int length, byte[] by) {
    int to = Math.min(input.length, from + length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + by.length);
    out.write(input, 0, from);
    out.writeBytes(by);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }

  private byte[] other(SplittableRandom random) {
    byte[] other = seed(random);
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
  }

  private static byte[] noise(int length, SplittableRandom random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  /** Mostly a few times; now and then so often that work which grows with the square shows. */
  private static byte[] repeated(byte[] part, SplittableRandom random) {
    int most = Math.max(1, LARGEST / Math.max(1, part.length));
    int times = random.nextInt(8) > 0 ? 1 + random.nextInt(20) : most;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < Math.min(times, most); i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] renumbered(byte[] input, int from, SplittableRandom random) {
    int at = from;
    while (at < input.length && !digit(input[at])) {
      at++;
    }
    int end = at;
    while (end < input.length && digit(input[end])) {
      end++;
    }
    byte[] number = NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(UTF_8);
    return replaced(input, at, end - at, number);
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private byte[] word(SplittableRandom random) {
    if (target.words().isEmpty()) {
      return new byte[] {TELLING[random.nextInt(TELLING.length)]};
    }
    byte[] word = target.words().get(random.nextInt(target.words().size())).getBytes(UTF_8);
    return random.nextInt(16) == 0 ? repeated(word, random) : word;
  }
}
