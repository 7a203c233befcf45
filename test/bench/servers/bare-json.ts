// The reference: a page with a button that fetches a ready answer of as many bytes as are asked for, and shows its rows.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = `<!doctype html><title>bare</title><button>Show</button><table data-measured></table>
<script>const table = document.querySelector('table');
document.querySelector('button').addEventListener('click', async () => {
  table.setAttribute('aria-busy', 'true');
  const rows = await (await fetch('/rows')).json();
  table.replaceChildren(...rows.map((row) => {
    const line = document.createElement('tr');
    line.append(...Object.values(row).map((value) => {
      const cell = document.createElement('td');
      cell.textContent = value;
      return cell;
    }));
    return line;
  }));
  table.setAttribute('aria-busy', 'false');
});</script>`;

const row = { key: 'bygglov', contacts: 1234, answerRate: 0.912_345, solveRate: 0.712_345, medianWait: 41 };
const count = Math.ceil(Number(process.argv[2]) / JSON.stringify(row).length);
const rows = JSON.stringify(Array.from({ length: count }, () => row));

const server = createServer((request, response) => {
  const isPage = request.url === '/';
  response.setHeader('Content-Type', isPage ? 'text/html' : 'application/json');
  response.end(isPage ? PAGE : rows);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
