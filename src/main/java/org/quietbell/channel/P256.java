package org.quietbell.channel;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidParameterSpecException;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/// Keys on the curve P-256, between the platform's form and the bytes of Web Push.
///
/// Source: SEC 1 section 2.3 (points as bytes); FIPS 186-4 D.1.2.3 (the curve).
final class P256 {
    /// A point without compression: a 4, then two coordinates.
    static final int POINT_BYTES = 65;

    static final int NUMBER_BYTES = 32;

    private static final int UNCOMPRESSED = 4;
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (java.security.NoSuchAlgorithmException | InvalidParameterSpecException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /// A fresh pair.
    static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /// A public key.
    ///
    /// @throws IllegalArgumentException if the bytes are no point of the curve: whoever takes
    ///   another gives away something of the private key
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("point: must have 65 bytes and begin with 4");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + NUMBER_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + NUMBER_BYTES, POINT_BYTES));
        EllipticCurve curve = CURVE.getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger right = x.modPow(THREE, p).add(curve.getA().multiply(x)).add(curve.getB());
        if (x.compareTo(p) >= 0
                || y.compareTo(p) >= 0
                || !y.multiply(y).subtract(right).mod(p).equals(BigInteger.ZERO)) {
            throw new IllegalArgumentException("point: must lie on the curve");
        }
        return (ECPublicKey)
                KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    }

    /// A private key.
    ///
    /// @throws IllegalArgumentException if the bytes are no such number
    static PrivateKey privateKey(byte[] number) throws GeneralSecurityException {
        BigInteger s = new BigInteger(1, number);
        if (number.length != NUMBER_BYTES
                || s.signum() == 0
                || s.compareTo(CURVE.getOrder()) >= 0) {
            throw new IllegalArgumentException("private key: must have 32 bytes of its range");
        }
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(s, CURVE));
    }

    /// @return [#POINT_BYTES] bytes
    static byte[] bytes(ECPublicKey key) {
        byte[] point = new byte[POINT_BYTES];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + NUMBER_BYTES);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray(); // perhaps with a sign byte, or shorter
        int length = Math.min(bytes.length, NUMBER_BYTES);
        System.arraycopy(bytes, bytes.length - length, into, at + NUMBER_BYTES - length, length);
    }

    /// What two parties share (ECDH).
    ///
    /// @return 32 bytes
    static byte[] shared(PrivateKey own, ECPublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }
}
