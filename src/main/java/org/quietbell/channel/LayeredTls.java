package org.quietbell.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Lays TLS 1.2 or later over a connection that stands, and checks the certificate against the host
/// that was configured, whatever name the caller gives.
///
/// It opens no connection of its own: that is left to the guarded sockets.
final class LayeredTls extends SSLSocketFactory {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private final SSLSocketFactory tls;
    private final String host;

    LayeredTls(SSLSocketFactory tls, String host) {
        this.tls = tls;
        this.host = host;
    }

    @Override
    public Socket createSocket(Socket socket, String ignored, int port, boolean autoClose)
            throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, autoClose);
        secured.setEnabledProtocols(PROTOCOLS);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String otherHost, int port) {
        throw noneOfItsOwn();
    }

    @Override
    public Socket createSocket(String otherHost, int port, InetAddress local, int localPort) {
        throw noneOfItsOwn();
    }

    @Override
    public Socket createSocket(InetAddress otherHost, int port) {
        throw noneOfItsOwn();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw noneOfItsOwn();
    }

    private static UnsupportedOperationException noneOfItsOwn() {
        return new UnsupportedOperationException("only over a connection that stands");
    }
}
