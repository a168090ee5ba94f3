import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { Button, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { forgetPersona, keptPersona, keepPersona } from './keptPersona';

const personas = [
  {
    provider: 'guest',
    title: 'Guest, an engineer',
    description:
      'Belongs to devops and security, and may read, send and withdraw evidence.',
  },
  {
    provider: 'counsel',
    title: 'Counsel, who decides',
    description:
      'Belongs to compliance: may lift a legal hold that the guest placed, and approve what the guest proposed.',
  },
  {
    provider: 'visitor',
    title: 'Visitor, without rights',
    description:
      'Belongs to no group: sees the catalog, and is denied every piece of evidence.',
  },
];

/** Lets people enter the demo as someone with rights, as a second one who decides, or as one without; once in a tab. */
export function PersonaSignInPage(props: SignInPageProps) {
  const [provider, setProvider] = useState(() =>
    keptPersona(personas.map(persona => persona.provider)),
  );
  if (provider) {
    return (
      <ProxiedSignInPage
        provider={provider}
        onSignInSuccess={identity => {
          keepPersona(provider);
          const signOut = identity.signOut.bind(identity);
          identity.signOut = async () => {
            forgetPersona();
            await signOut();
          };
          props.onSignInSuccess(identity);
        }}
      />
    );
  }
  return (
    <Container my="8">
      <Flex direction="column" gap="4" align="start">
        <Text as="h1" variant="title-medium">
          Supply chain for Backstage
        </Text>
        <Text>This is a local portal with demo people. Enter as:</Text>
        <Flex gap="4" style={{ flexWrap: 'wrap' }}>
          {personas.map(persona => (
            <Card key={persona.provider} style={{ maxWidth: 360 }}>
              <CardBody>
                <Flex direction="column" gap="3" align="start">
                  <Text as="h2" variant="title-x-small">
                    {persona.title}
                  </Text>
                  <Text color="secondary">{persona.description}</Text>
                  <Button onPress={() => setProvider(persona.provider)}>
                    Enter as {persona.provider}
                  </Button>
                </Flex>
              </CardBody>
            </Card>
          ))}
        </Flex>
      </Flex>
    </Container>
  );
}
