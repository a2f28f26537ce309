package org.quietbell.channel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A connection that ends when its time is over, whatever the other side does.
///
/// A time-out of each read would let a peer that sends one byte now and then hold on for ever. So a
/// second thread waits for the end of the time and closes the socket; whoever is blocked on it then
/// goes on with an [IOException]. Nobody is interrupted.
///
/// The mail library asks a socket for its peer's name, which can mean a question to a name server;
/// this one knows the name it was made for. And it reads a reply into memory however long it is;
/// this one ends a reply without end.
final class BoundedSocket extends Socket {
    /// Far more than a mail server has to say to one mail, its certificates included.
    private static final int MOST_BYTES = 256 * 1024;

    private final Socket socket;
    private final String host;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean timeIsOver;

    /// Starts the time.
    ///
    /// @param socket not yet connected
    /// @param host what was asked for
    /// @param limit from now
    BoundedSocket(Socket socket, String host, Duration limit) {
        this.socket = socket;
        this.host = host;
        Thread.ofVirtual().name("mail-time").start(() -> closeAfter(limit));
    }

    private void closeAfter(Duration limit) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                timeIsOver = true;
                socket.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends here either way
        } catch (IOException _) {
            timeIsOver = true; // it is closed all the same
        }
    }

    /// Whether the connection was closed because its time was over.
    boolean isTimeOver() {
        return timeIsOver;
    }

    /// Whether the other end is nearby, and is the host itself: a proxy that is nearby may talk to
    /// somebody who is not.
    boolean isNearby() {
        return socket.getRemoteSocketAddress() instanceof InetSocketAddress peer
                && peer.getAddress() != null
                && Nearby.is(peer.getAddress())
                && Nearby.isSame(host, peer);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        socket.connect(endpoint, timeout);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        socket.connect(endpoint);
    }

    /// With the name that was asked for, so that nobody looks one up.
    @Override
    public InetAddress getInetAddress() {
        InetAddress peer = socket.getInetAddress();
        byte[] number = peer == null ? new byte[4] : peer.getAddress();
        try {
            return InetAddress.getByAddress(host, number);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(getInetAddress(), getPort());
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Limited(socket.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public void setSoLinger(boolean on, int linger) throws SocketException {
        socket.setSoLinger(on, linger);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return socket.getSoLinger();
    }

    @Override
    public void shutdownInput() throws IOException {
        socket.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public void close() throws IOException {
        done.countDown();
        socket.close();
    }

    /// Gives up on a peer that never stops talking.
    private static final class Limited extends FilterInputStream {
        private int left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return result;
        }
    }
}
