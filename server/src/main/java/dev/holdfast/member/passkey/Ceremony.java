package dev.holdfast.member.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges what a device signed, as WebAuthn says.
///
/// Which make the device is, is not asked: a fan may use any. That its owner was there and proved it to the device is
/// asked always, because a passkey is the whole sign-in and not the second half of one.
final class Ceremony {
    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);
    private static final boolean OWNER_PROVED = true;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager judge = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final Supplier<URI> address;

    Ceremony(Supplier<URI> address) {
        this.address = address;
    }

    /// A device that signed in due form.
    @SuppressWarnings("ArrayRecordComponent") // Bytes of a device, read and written and never compared.
    record Created(byte[] id, byte[] credential, long counter, Set<AuthenticatorTransport> transports) {}

    /// The name under which devices know us: the host people reach Holdfast at, without its port.
    String site() {
        return address.get().getHost();
    }

    /// @param redeems whether the challenge was asked, is not over and was not answered before
    Optional<Created> created(String answer, Predicate<String> redeems) {
        try {
            RegistrationData data = read(judge::parseRegistrationResponseJSON, answer);
            Challenge challenge = there(data.getCollectedClientData()).getChallenge();
            if (!redeems.test(text(challenge))) {
                return Optional.empty();
            }
            judge.verify(data, new RegistrationParameters(expected(challenge), ALGORITHMS, OWNER_PROVED));
            var signed = there(data.getAttestationObject()).getAuthenticatorData();
            var credential = there(signed.getAttestedCredentialData());
            var transports = data.getTransports();
            return Optional.of(new Created(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    signed.getSignCount(),
                    transports == null ? Set.of() : transports));
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    /// Which passkey an answer says it is of; nothing is proved yet.
    Optional<byte[]> idIn(String answer) {
        try {
            return Optional.of(
                    there(read(judge::parseAuthenticationResponseJSON, answer).getCredentialId()));
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    /// @return the counter of the signature; empty when it was not signed by this passkey, here, now and once
    OptionalLong signed(String answer, PasskeyStore.Row passkey, Predicate<String> redeems) {
        try {
            AuthenticationData data = read(judge::parseAuthenticationResponseJSON, answer);
            Challenge challenge = there(data.getCollectedClientData()).getChallenge();
            if (!redeems.test(text(challenge))) {
                return OptionalLong.empty();
            }
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    passkey.counter(),
                    credentials.convert(passkey.credential()),
                    null,
                    null,
                    null,
                    Set.of());
            judge.verify(
                    data,
                    new AuthenticationParameters(expected(challenge), record, List.of(passkey.id()), OWNER_PROVED));
            return OptionalLong.of(there(data.getAuthenticatorData()).getSignCount());
        } catch (WebAuthnException | IllegalArgumentException refused) {
            LOG.info("An answer of a passkey was refused: {}", refused.toString());
            return OptionalLong.empty();
        }
    }

    /// The library lets through whatever its parsers throw at a text that is no answer, null pointers among it.
    private static <T> T read(Function<String, T> parser, String answer) {
        try {
            return parser.apply(answer);
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException("this is no answer of a device", fault);
        }
    }

    private ServerProperty expected(Challenge challenge) {
        URI at = address.get();
        String port = at.getPort() < 0 ? "" : ":" + at.getPort();
        return ServerProperty.builder()
                .origin(new Origin(at.getScheme() + "://" + at.getHost() + port))
                .rpId(at.getHost())
                .challenge(new DefaultChallenge(challenge.getValue()))
                .build();
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalArgumentException("a part of the answer is missing");
        }
        return part;
    }

    private static String text(Challenge challenge) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.getValue());
    }

    private static <T> Optional<T> refused(RuntimeException why) {
        LOG.info("An answer of a passkey was refused: {}", why.toString());
        return Optional.empty();
    }
}
