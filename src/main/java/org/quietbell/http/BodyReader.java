package org.quietbell.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.quietbell.http.Fault.Kind;

/// Reads a body into memory: unpacked once, within the limit both as sent and as unpacked, and with
/// room asked for before it grows.
final class BodyReader {
    /// An error page says what is wrong within its first lines; no more of it is read.
    static final int ERROR_PAGE = 64 * 1024;

    private static final int CHUNK = 16 * 1024;

    private final long max;
    private final Room.Share share;
    private final Deadline deadline;
    private final String host;

    BodyReader(long max, Room.Share share, Deadline deadline, String host) {
        this.max = max;
        this.share = share;
        this.deadline = deadline;
        this.host = host;
    }

    /// The whole body.
    ///
    /// @throws UnfitBodyException if it is too large, or a picture, film or sound
    byte[] whole(Response response) throws IOException {
        ResponseBody body = response.body();
        boolean isPacked = isPacked(response);
        long length = isPacked ? -1 : body.contentLength();
        if (body.contentLength() > max) {
            throw tooLarge();
        }
        if (length > 0) {
            grow(length, true);
        }
        if (body.source().exhausted()) {
            return new byte[0];
        }
        try (InputStream in = opened(body, isPacked)) {
            return read(in, length);
        }
    }

    /// The first part of an error page.
    byte[] beginning(Response response) throws IOException {
        ResponseBody body = response.body();
        if (body.source().exhausted()) {
            return new byte[0];
        }
        try (InputStream in = opened(body, isPacked(response))) {
            return in.readNBytes(ERROR_PAGE);
        }
    }

    private byte[] read(InputStream in, long length) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream((int) Math.max(CHUNK, length));
        byte[] chunk = new byte[CHUNK];
        byte[] head = new byte[Media.HEAD];
        int number;
        while ((number = in.read(chunk)) >= 0) {
            for (int i = 0; i < number && read.size() + i < head.length; i++) {
                head[read.size() + i] = chunk[i];
            }
            long size = (long) read.size() + number;
            if (read.size() < head.length
                    && Media.isMedia(head, (int) Math.min(size, head.length))) {
                throw new UnfitBodyException(Kind.REFUSED, media(host));
            }
            if (size > max) {
                throw tooLarge();
            }
            if (length < 0) {
                grow(size, false);
            }
            read.write(chunk, 0, number);
        }
        return read.toByteArray();
    }

    private InputStream opened(ResponseBody body, boolean isPacked) throws IOException {
        InputStream sent = new Limited(body.byteStream());
        return isPacked ? new GZIPInputStream(sent, 4096) : sent;
    }

    private boolean isPacked(Response response) throws UnfitBodyException {
        List<String> packings =
                response.headers("Content-Encoding").stream()
                        .map(packing -> packing.strip().toLowerCase(Locale.ROOT))
                        .filter(packing -> !packing.isEmpty() && !packing.equals("identity"))
                        .toList();
        if (packings.isEmpty()) {
            return false;
        }
        if (packings.equals(List.of("gzip")) || packings.equals(List.of("x-gzip"))) {
            return true;
        }
        throw new UnfitBodyException(
                Kind.BROKEN, host + " packed its answer in a way we did not ask for");
    }

    private void grow(long size, boolean isAll) throws UnfitBodyException {
        switch (share.grow(size, isAll, deadline)) {
            case YES -> {}
            case LATE ->
                    throw new UnfitBodyException(
                            Kind.UNREACHABLE,
                            "no memory came free in time for the answer of " + host);
            case NEVER ->
                    throw new UnfitBodyException(
                            Kind.TOO_LARGE,
                            "the answer of " + host + " is larger than the memory set aside");
        }
    }

    private UnfitBodyException tooLarge() {
        return new UnfitBodyException(
                Kind.TOO_LARGE,
                "the answer of " + host + " is larger than " + inWords(max) + " (fetch.max-body)");
    }

    static String media(String host) {
        return host + " answers with a picture, film or sound, which is never fetched";
    }

    private static String inWords(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0
                ? (bytes >> 20) + " MiB"
                : (bytes >> 10) + " KiB";
    }

    /// Counts what is sent, because much can be sent that unpacks to nothing.
    private final class Limited extends FilterInputStream {
        private long count;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int number = super.read(into, offset, length);
            count += Math.max(0, number);
            if (count > max) {
                throw tooLarge();
            }
            return number;
        }
    }
}
