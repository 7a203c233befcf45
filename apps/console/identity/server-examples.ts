/** How a web site's server signs who is signed in, in its language. `jti` is used once, `exp` is at most ten minutes away. */
export const serverExamples = (site: string): readonly { language: string; code: string }[] => [
  {
    language: 'Node.js (jose)',
    code: `import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

const key = new TextEncoder().encode(process.env.LOTSA_SECRET);
app.get('/lotsa-token', async (request, response) => {
  const { user } = request.session;
  if (!user) return response.status(204).end();
  const token = await new SignJWT({ name: user.name, email: user.email, assurance: 'low' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user.id)
    .setAudience('${site}')
    .setJti(randomUUID())
    .setExpirationTime('5m')
    .sign(key);
  response.set('Cache-Control', 'no-store').type('text').send(token);
});`,
  },
  {
    language: 'PHP',
    code: `<?php
session_start();
header('Cache-Control: no-store');
header('Content-Type: text/plain');
if (empty($_SESSION['user'])) { http_response_code(204); exit; }
$user = $_SESSION['user'];
$part = fn ($data) => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
$head = $part(json_encode(['alg' => 'HS256', 'typ' => 'JWT']));
$body = $part(json_encode([
  'sub' => $user['id'], 'name' => $user['name'], 'email' => $user['email'],
  'aud' => '${site}', 'jti' => bin2hex(random_bytes(16)), 'exp' => time() + 300,
]));
echo "$head.$body." . $part(hash_hmac('sha256', "$head.$body", getenv('LOTSA_SECRET'), true));`,
  },
  {
    language: 'C# (Microsoft.IdentityModel.JsonWebTokens)',
    code: `app.MapGet("/lotsa-token", (HttpContext http) =>
{
    if (http.User.Identity?.IsAuthenticated != true) return Results.NoContent();
    var key = new SymmetricSecurityKey(
        Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("LOTSA_SECRET")!));
    var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = "${site}",
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!,
            ["name"] = http.User.Identity.Name!,
            ["jti"] = Guid.NewGuid().ToString("N"),
        },
    });
    http.Response.Headers.CacheControl = "no-store";
    return Results.Text(token);
});`,
  },
];

/** What the page says. It fetches a token when the chat is opened, because one is good for minutes. */
export const PAGE_EXAMPLE = `window.lotsa = window.lotsa || function () { (lotsa.q = lotsa.q || []).push(arguments); };
lotsa('identify', async () => {
  const answer = await fetch('/lotsa-token', { credentials: 'same-origin' });
  return answer.status === 200 ? answer.text() : null; // null: nobody is signed in
});`;
